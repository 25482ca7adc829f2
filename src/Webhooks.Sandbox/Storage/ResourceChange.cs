using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <summary>A change, and whose it is.</summary>
internal readonly record struct ResourceChange(GroupResource Resource, Change Change);
