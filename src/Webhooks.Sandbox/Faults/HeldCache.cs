using Webhooks.Resources.Api;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Faults;

/// <summary>A watch cache that stands still. Disposing of it lets it go on.</summary>
internal sealed class HeldCache(Store store, GroupResource resource) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => store.ReleaseCache(resource);
}
