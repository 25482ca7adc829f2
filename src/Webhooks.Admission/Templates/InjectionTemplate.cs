using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>What one template brings: checked when it was loaded, immutable since.</summary>
public sealed class InjectionTemplate
{
    private readonly Lazy<JsonValue> _native;

    internal InjectionTemplate(string name, string hash, InjectionBlock injection, JsonValue content)
    {
        Name = name;
        Hash = hash;
        Injection = injection;
        Content = content;
        _native = new Lazy<JsonValue>(() => NativeSidecars.Of(content["containers"u8]));
    }

    /// <summary>The name by which annotations ask for it: that of its ConfigMap without <c>-initializer</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// 16 hexadecimal digits that change when what it puts into pods changes: its fields, and <c>native</c> and
    /// <c>position</c> of its injection block. Comments, spelling and the rest of the block do not count.
    /// </summary>
    public string Hash { get; }

    /// <summary>Who may use it, and how it is put into a pod.</summary>
    public InjectionBlock Injection { get; }

    /// <summary>The PodSpec fields and the <c>metadata</c> that it brings, as written; nulls left out.</summary>
    internal JsonValue Content { get; }

    /// <summary>Its <c>containers</c> as native sidecars; made at the first use. Missing where it has none.</summary>
    internal JsonValue NativeContainers => _native.Value;

    /// <summary>True when nothing that anybody could see would change if the other stood in for it.</summary>
    internal bool SaysTheSameAs(InjectionTemplate other) =>
        Name == other.Name && Injection.SaysTheSameAs(other.Injection) && JsonEquality.AreEqual(Content, other.Content);
}
