namespace Webhooks.Sandbox.Protobuf;

/// <summary>What a message is in JSON.</summary>
internal enum ProtoForm
{
    /// <summary>An object with the fields as members.</summary>
    Object,

    /// <summary>The list that its only field is.</summary>
    List,

    /// <summary>The first of its fields that is there.</summary>
    Choice,
}
