using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <summary>An object that is to take the place of another.</summary>
/// <param name="Resource">Whose objects they are.</param>
/// <param name="Expected">The one that is there.</param>
/// <param name="Made">The one that is to be there.</param>
internal sealed record Replacement(GroupResource Resource, StoredObject Expected, StoredObject Made);
