using System.Runtime;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Debugging;

/// <summary>What the garbage collector tells, in bytes and seconds.</summary>
internal static class GarbagePage
{
    private static readonly string[] Generations = ["0", "1", "2", "large", "pinned"];

    /// <summary>Writes it, as of the last collection where it does not say otherwise.</summary>
    public static void Write(JsonWriter json)
    {
        GCMemoryInfo last = GC.GetGCMemoryInfo();
        json.StartObject();
        json.WriteText("mode", GCSettings.IsServerGC ? "server" : "workstation");
        json.WriteText("latencyMode", GCSettings.LatencyMode.ToString());
        Write(json, "heapBytesNow", GC.GetTotalMemory(forceFullCollection: false));
        Write(json, "allocatedBytesNow", GC.GetTotalAllocatedBytes());
        Write(json, "heapBytes", last.HeapSizeBytes);
        Write(json, "fragmentedBytes", last.FragmentedBytes);
        Write(json, "committedBytes", last.TotalCommittedBytes);
        Write(json, "availableBytes", last.TotalAvailableMemoryBytes);
        Write(json, "memoryLoadBytes", last.MemoryLoadBytes);
        Write(json, "highMemoryLoadThresholdBytes", last.HighMemoryLoadThresholdBytes);
        Write(json, "pinnedObjects", last.PinnedObjectsCount);
        Write(json, "finalizationPending", last.FinalizationPendingCount);
        json.WriteName("pauseSeconds");
        json.WriteDecimal(GC.GetTotalPauseDuration().TotalSeconds);
        json.WriteName("pausePercent");
        json.WriteDecimal(last.PauseTimePercentage);
        WriteGenerations(json, last);
        json.EndObject();
    }

    private static void WriteGenerations(JsonWriter json, GCMemoryInfo last)
    {
        json.WriteName("generations");
        json.StartArray();
        for (int index = 0; index < Math.Min(last.GenerationInfo.Length, Generations.Length); index++)
        {
            GCGenerationInfo generation = last.GenerationInfo[index];
            json.StartObject();
            json.WriteText("generation", Generations[index]);
            Write(json, "bytes", generation.SizeAfterBytes);
            Write(json, "fragmentedBytes", generation.FragmentationAfterBytes);
            if (index <= GC.MaxGeneration)
            {
                Write(json, "collectionsNow", GC.CollectionCount(index));
            }

            json.EndObject();
        }

        json.EndArray();
    }

    private static void Write(JsonWriter json, string name, long number)
    {
        json.WriteName(name);
        json.WriteNumber(number);
    }
}
