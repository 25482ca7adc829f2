using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling;

/// <summary>Takes the keys that a controller is to look at.</summary>
/// <remarks>Thread safe, and quick. A key that is told many times before its turn has one turn.</remarks>
public interface IKeySink
{
    /// <summary>Puts a key in line.</summary>
    /// <param name="key">The object to be looked at, whether it is there or not.</param>
    /// <param name="isBacklog">Whether nothing happened to it: it lets those pass that something happened to.</param>
    void Add(ObjectKey key, bool isBacklog = false);
}
