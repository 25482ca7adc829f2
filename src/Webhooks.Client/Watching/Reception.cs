using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Watching;

/// <summary>What happens to each object that comes: the transform, and the note of those that can't be read.</summary>
internal sealed class Reception<T>(ReflectorOptions<T> options, ILogger logger, ReflectorMetrics metrics)
    where T : class, IKubernetesObject<T>
{
    /// <summary>Puts an object through the transform.</summary>
    /// <param name="item">The object.</param>
    /// <param name="taken">What the sink is to have; <c>null</c> for nothing.</param>
    /// <returns>False when the transform failed, which is noted.</returns>
    public bool TryTake(T item, out T? taken)
    {
        taken = null;
        try
        {
            taken = options.Transform(item);
            return true;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Note(new UndecodableObject(ObjectKey.Of(item), item.Metadata.ResourceVersion, $"the transform failed: {problem.Message}"));
            return false;
        }
    }

    /// <summary>Notes an object, or a line, that can't be read.</summary>
    public void Note(UndecodableObject undecodable)
    {
        metrics.Undecodable();
        logger.Undecodable(options.Name, undecodable.Key?.ToString() ?? "unknown", undecodable.ResourceVersion, undecodable.Problem);
    }
}
