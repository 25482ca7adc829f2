namespace Webhooks.Admission.Templates;

/// <summary>What happens to a template when one of its items collides with what stands there.</summary>
public enum ConflictMode
{
    /// <summary><c>keep</c>: it is injected without the item.</summary>
    Keep,

    /// <summary><c>skip</c>: it is not injected.</summary>
    Skip,

    /// <summary><c>deny</c>: the object is refused when it is created; when it is changed, as <c>skip</c>.</summary>
    Deny,
}
