namespace Webhooks.Admission.Templates;

/// <summary>Whether a template's <c>containers</c> become init containers that restart: native sidecars.</summary>
public enum NativeMode
{
    /// <summary><c>auto</c>: only in pods that run to completion, which a plain sidecar never lets finish.</summary>
    Auto,

    /// <summary><c>always</c>.</summary>
    Always,

    /// <summary><c>never</c>.</summary>
    Never,
}
