using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>A name, and the function that says under which values an object is to be found. An object for which it fails is under none.</summary>
internal sealed class Indexer<T>(string name, Func<T, IEnumerable<string>> values, Action<string, ObjectKey, Exception> failed)
    where T : class, IKubernetesObject
{
    public string Name => name;

    public Func<T, IEnumerable<string>> Values => values;

    public IReadOnlyCollection<string> Of(T item)
    {
        try
        {
            IEnumerable<string> found = values(item);
            return found as IReadOnlyCollection<string> ?? [.. found];
        }
#pragma warning disable CA1031 // Whatever it throws, it is one object that one index lacks.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            failed(name, ObjectKeys<T>.KeyOf(item), failure);
            return [];
        }
    }
}
