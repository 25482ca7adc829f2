namespace Webhooks.Resources.Yaml;

/// <summary>What may come next inside an open container: the states of YAML 1.1's grammar over tokens, as libyaml has them.</summary>
internal enum YamlState : byte
{
    BlockSequenceEntry,

    /// <summary>A sequence whose dashes stand no deeper than the key above; it has no end token.</summary>
    IndentlessSequenceEntry,
    BlockMappingKey,
    BlockMappingValue,
    FlowSequenceFirst,
    FlowSequenceEntry,

    /// <summary>A mapping of one pair that stands bare in a flow sequence: <c>[a: 1]</c>.</summary>
    FlowPairKey,
    FlowPairValue,
    FlowPairEnd,
    FlowMappingFirst,
    FlowMappingKey,
    FlowMappingValue,

    /// <summary>Behind a key without a ':' in a flow mapping.</summary>
    FlowMappingEmptyValue,
}
