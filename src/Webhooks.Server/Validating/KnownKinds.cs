using Webhooks.Admission.Users;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Schemas.Requests;

namespace Webhooks.Server.Validating;

/// <summary>The kinds that objects can be held against: Users, and those of definitions that were named.</summary>
internal sealed class KnownKinds
{
    private readonly Dictionary<GroupVersionKind, CustomResourceWrites> _writes = [];
    private readonly HashSet<GroupKind> _kinds = [];

    /// <summary>The built-in kind, and no other.</summary>
    public KnownKinds()
    {
        Add(UserDefinition.Crd);
    }

    /// <summary>Adds what a CustomResourceDefinition defines; of one kind the last one counts.</summary>
    /// <param name="definition">The definition, which an API server would take.</param>
    public void Add(JsonValue definition)
    {
        foreach (CustomResourceKind kind in CustomResourceKind.ReadServed(definition))
        {
            _writes[kind.Kind] = new CustomResourceWrites(kind);
            _kinds.Add(kind.Kind.GroupKind);
        }
    }

    /// <summary>What answers writes of that kind; <c>null</c> where it is not known.</summary>
    public CustomResourceWrites? Find(GroupVersionKind kind) => _writes.GetValueOrDefault(kind);

    /// <summary>Whether the kind is known in any version.</summary>
    public bool Has(GroupKind kind) => _kinds.Contains(kind);
}
