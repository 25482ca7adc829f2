namespace Webhooks.Sandbox.Protobuf;

/// <summary>How often a field may stand in a message.</summary>
internal enum ProtoRepeat
{
    /// <summary>Once; of several the last counts, and messages are merged.</summary>
    None,

    /// <summary>Any number of times: a list.</summary>
    List,

    /// <summary>Any number of times, each an entry with a key: members of any name.</summary>
    Map,
}
