using Webhooks.Client.Caching;

namespace Webhooks.Tests.Client.Caching;

/// <summary>Keys with poor hashes: every seventh is spread over all bits, others have most of them alike, and each has others with its very hash.</summary>
internal readonly struct DrawnKeys : ITrieKeys<DrawnItem, int>
{
    private const int Hashes = 1 << 20;

    public static int KeyOf(DrawnItem item) => item.Key;

    public static int HashOf(int key)
    {
        int hash = key % Hashes;
        return (hash % 7) switch
        {
            0 => hash * -1640531535,
            1 => hash << 27,
            2 => hash,
            _ => hash << 22,
        };
    }

    /// <summary>Another key of the same hash.</summary>
    public static int Alike(int key) => key + Hashes;
}
