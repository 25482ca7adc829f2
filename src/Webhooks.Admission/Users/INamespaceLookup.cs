namespace Webhooks.Admission.Users;

/// <summary>Tells of namespaces without asking anybody: from a cache, which may lag.</summary>
/// <remarks>Implementations are thread safe and quick: they are asked while an API server waits.</remarks>
public interface INamespaceLookup
{
    /// <summary>What is known of a namespace.</summary>
    /// <param name="name">Its name.</param>
    /// <returns><c>null</c>: there is none, or it is being deleted, or nothing is known of any.</returns>
    NamespaceFacts? Find(string name);
}
