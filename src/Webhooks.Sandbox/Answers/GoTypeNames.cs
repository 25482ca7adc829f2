using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Answers;

/// <summary>The Go types of objects as a few errors show them.</summary>
internal static class GoTypeNames
{
    /// <summary>The type of an object: <c>*core.ConfigMap</c>.</summary>
    public static string Of(ApiResource resource) => resource.IsCustom ? "*unstructured.Unstructured" : $"*{PackageOf(resource.Group)}.{resource.Kind}";

    /// <summary>The type of a list.</summary>
    public static string OfList(ApiResource resource) => resource.IsCustom ? "*unstructured.UnstructuredList" : $"*{PackageOf(resource.Group)}.{resource.ListKind}";

    private static string PackageOf(string group) => group switch
    {
        "" => "core",
        "events.k8s.io" => "core",
        _ => group.Split('.')[0],
    };
}
