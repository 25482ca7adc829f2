using Webhooks.Client.Objects;

namespace Webhooks.Client.Watching;

/// <summary>What a reflector is to reflect, and how it asks for it.</summary>
/// <typeparam name="T">The objects.</typeparam>
/// <remarks>Immutable.</remarks>
public sealed record ReflectorOptions<T>
    where T : class, IKubernetesObject<T>
{
    /// <summary>Whose objects; empty, the default, for those of all namespaces.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>By which labels objects are selected, such as <c>app=web</c>; empty, the default, for all.</summary>
    public string LabelSelector { get; init; } = "";

    /// <summary>By which fields objects are selected, such as <c>metadata.name=web</c>; empty, the default, for all.</summary>
    public string FieldSelector { get; init; } = "";

    /// <summary>How many objects a page of a list has at most. Default 500; 0 asks for all at once.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>
    /// What becomes of an object before the sink has it: itself, a part of it, or <c>null</c> to drop it as if it were not there.
    /// It keeps name and namespace. An object for which it throws counts as one that can't be read. Default: itself.
    /// </summary>
    public Func<T, T?> Transform { get; init; } = static item => item;

    /// <summary>Whether lists are asked for as watches that begin with all there is; where the server knows none, as lists. Default <c>true</c>.</summary>
    public bool UsesWatchList { get; init; } = true;

    /// <summary>What metrics and log lines call it. Default: the resource, as <c>deployments.apps</c>. One name for each place in the program, not for each object.</summary>
    public string Name { get; init; } = T.Resource.ToString();
}
