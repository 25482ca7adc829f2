namespace Webhooks.Client.Configuration;

/// <summary>The clusters, users or contexts of several files by name: the first file that defines one wins.</summary>
internal sealed class KubeconfigEntries
{
    private readonly Dictionary<string, KubeconfigNode> _byName = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <param name="files">The files, the first first.</param>
    /// <param name="list">The member that lists them: <c>clusters</c>.</param>
    /// <param name="member">The member of an item that defines it: <c>cluster</c>.</param>
    /// <exception cref="ConfigurationException">A list is none, or a file defines a name twice: kubectl refuses that, too.</exception>
    public KubeconfigEntries(IEnumerable<KubeconfigFile> files, string list, string member)
    {
        foreach (KubeconfigFile file in files)
        {
            HashSet<string> own = new(StringComparer.Ordinal);
            foreach (KubeconfigNode item in file.Root.Items(list))
            {
                string name = item.Text("name");
                if (!own.Add(name))
                {
                    throw item.Error("name", $"{list} has \"{name}\" twice; remove or rename one");
                }

                if (_byName.TryAdd(name, item.Child(member)))
                {
                    _names.Add(name);
                }
            }
        }
    }

    /// <summary>The names, in the order of the files.</summary>
    public IReadOnlyList<string> Names => _names;

    public KubeconfigNode? Find(string name) => _byName.TryGetValue(name, out KubeconfigNode entry) ? entry : null;
}
