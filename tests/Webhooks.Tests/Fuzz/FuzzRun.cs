using System.Globalization;
using Webhooks.Shared.Fuzz;
using Xunit.Abstractions;

namespace Webhooks.Tests.Fuzz;

/// <summary>
/// Feeds damaged inputs to a reader and holds it to its word: nothing but the declared errors, at most a second of
/// processor time and 64 MB of memory for an input.
/// </summary>
/// <remarks>
/// FUZZ_SEED and FUZZ_COUNT in the environment take the place of the seed and the count. A failure prints the seed,
/// the iteration and the input in base64, each of which reproduces it: <see cref="Once"/> takes the last.
/// </remarks>
/// <param name="read">Reads one input; to throw anything but <paramref name="declared"/> is a failure.</param>
/// <param name="declared">The errors that the reader documents.</param>
internal sealed class FuzzRun(Action<byte[]> read, params Type[] declared)
{
    private long _accepted;
    private long _mostAllocated;
    private TimeSpan _longest;

    /// <summary>The most bytes that one input may cost. Default 64 MB, for inputs of up to 64 KB.</summary>
    public long MostAllocated { get; init; } = 64_000_000;

    /// <summary>The most processor time that one input may cost, the best of three runs. Default 1 s.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What came of all inputs so far.</summary>
    public string Totals => $"{_accepted} accepted; at most {_longest.TotalMilliseconds:F1} ms and {_mostAllocated} bytes for one";

    /// <summary>Runs the reader on damaged inputs.</summary>
    /// <param name="corpus">What is damaged: inputs that the reader accepts, for the most part.</param>
    /// <param name="tokens">What is put into inputs: the words and brackets of the language.</param>
    /// <param name="count">How many inputs, unless FUZZ_COUNT says otherwise.</param>
    /// <param name="output">Where the totals go.</param>
    public void Damaged(IReadOnlyList<byte[]> corpus, IReadOnlyList<string> tokens, int count, ITestOutputHelper output)
    {
        int seed = Setting("FUZZ_SEED", 6902);
        count = Setting("FUZZ_COUNT", count);
        FuzzMutations mutations = new(corpus, tokens, seed);
        for (int i = 0; i < count; i++)
        {
            Once(mutations.Next(), $"seed {seed}, iteration {i}");
        }

        output.WriteLine($"{count} inputs from seed {seed}: {Totals}");
    }

    /// <summary>Runs the reader on one input, as it is.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">What a failure calls it.</param>
    /// <returns>True when the reader accepted it.</returns>
    public bool Once(byte[] input, string name)
    {
        (bool accepted, TimeSpan time, long allocated) = Measure(input, name);

        // A page fault or a collection may fall into one run; into three, hardly.
        for (int again = 0; again < 2 && time > MostTime; again++)
        {
            TimeSpan next = Measure(input, name).Time;
            time = next < time ? next : time;
        }

        if (time > MostTime || allocated > MostAllocated)
        {
            throw new FuzzException($"took {time.TotalMilliseconds:F0} ms and {allocated} bytes", name, input, null);
        }

        _accepted += accepted ? 1 : 0;
        _longest = time > _longest ? time : _longest;
        _mostAllocated = Math.Max(_mostAllocated, allocated);
        return accepted;
    }

    private (bool Accepted, TimeSpan Time, long Allocated) Measure(byte[] input, string name)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan start = ThreadTime.Now;
        bool accepted = true;
        try
        {
            read(input);
        }
        catch (Exception problem) when (declared.Contains(problem.GetType()))
        {
            accepted = false;
        }
        catch (Exception problem)
        {
            throw new FuzzException($"threw {problem.GetType().Name}: {problem.Message}", name, input, problem);
        }

        return (accepted, ThreadTime.Now - start, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>A number in the environment, else another.</summary>
    public static int Setting(string name, int other) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : other;
}
