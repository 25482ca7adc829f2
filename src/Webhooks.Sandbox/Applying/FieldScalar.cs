namespace Webhooks.Sandbox.Applying;

/// <summary>The scalars that a field may be.</summary>
internal enum FieldScalar
{
    /// <summary>None.</summary>
    None,

    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>Text.</summary>
    String,

    /// <summary>Truth values.</summary>
    Boolean,

    /// <summary>Any of them.</summary>
    Any,
}
