namespace Webhooks.Sandbox.Applying;

/// <summary>What a value is treated as.</summary>
internal enum FieldForm
{
    /// <summary>Members.</summary>
    Map,

    /// <summary>One value.</summary>
    Scalar,

    /// <summary>Items.</summary>
    List,
}
