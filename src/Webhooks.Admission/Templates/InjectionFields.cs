namespace Webhooks.Admission.Templates;

/// <summary>The fields of a template's <c>injection</c> block, each once.</summary>
internal static class InjectionFields
{
    public static readonly InjectionField Default = new("default", "true, false", "false");
    public static readonly InjectionField Namespaces = new("namespaces", "a list of globs", "[\"*\"]");
    public static readonly InjectionField Order = new("order", "an integer of 32 bits", "0");
    public static readonly InjectionField Position = InjectionField.Choice("position", ["last", "first"], "last");
    public static readonly InjectionField Native = InjectionField.Choice("native", ["auto", "always", "never"], "auto");
    public static readonly InjectionField HostNetwork = InjectionField.Choice("hostNetwork", ["allow", "skip"], "allow");
    public static readonly InjectionField Os = InjectionField.Choice("os", ["linux", "windows"], "");
    public static readonly InjectionField OnConflict = InjectionField.Choice("onConflict", ["keep", "skip", "deny"], "keep");
    public static readonly InjectionField WorkloadVolumes = new("workloadVolumes", "a list of names of volumes", "[]");

    /// <summary>All of them, in the order in which documentation names them.</summary>
    public static readonly IReadOnlyList<InjectionField> All =
        [Default, Namespaces, Order, Position, Native, HostNetwork, Os, OnConflict, WorkloadVolumes];
}
