using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <summary>An object as it was seen: a write that depends on it asks that it is still the newest, as a transaction of etcd compares revisions.</summary>
/// <param name="Resource">Whose object.</param>
/// <param name="Object">The object.</param>
internal readonly record struct Sighting(GroupResource Resource, StoredObject Object);
