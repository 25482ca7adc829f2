using Webhooks.Shared.Fuzz;
using Xunit;

namespace Webhooks.Tests.Fuzz;

public class FuzzRunTests
{
    private static readonly byte[] Input = [1, 2, 3];

    [Fact]
    public void A_declared_error_is_an_answer()
    {
        Assert.False(new FuzzRun(_ => throw new FormatException(), typeof(FormatException)).Once(Input, "x"));
        Assert.True(new FuzzRun(_ => { }, typeof(FormatException)).Once(Input, "x"));
    }

    [Fact]
    public void Any_other_error_is_a_failure_that_can_be_run_again()
    {
        FuzzRun run = new(_ => throw new InvalidOperationException("no"), typeof(FormatException));
        FuzzException failure = Assert.Throws<FuzzException>(() => run.Once(Input, "seed 1, iteration 2"));
        Assert.Equal("seed 1, iteration 2: the reader threw InvalidOperationException: no; 3 bytes in base64:\nAQID", failure.Message);
    }

    [Fact]
    public void A_slow_reader_fails_at_the_third_run()
    {
        int runs = 0;
        FuzzRun run = new(_ => Burn(++runs)) { MostTime = TimeSpan.FromMilliseconds(5) };
        Assert.Throws<FuzzException>(() => run.Once(Input, "x"));
        Assert.Equal(3, runs);
    }

    [Fact]
    public void A_reader_that_was_slow_once_does_not_fail()
    {
        int runs = 0;
        FuzzRun run = new(_ => Burn(runs++ == 0 ? 1 : 0)) { MostTime = TimeSpan.FromMilliseconds(5) };
        Assert.True(run.Once(Input, "x"));
        Assert.Equal(2, runs);
    }

    [Fact]
    public void A_reader_that_takes_much_memory_fails()
    {
        FuzzRun run = new(_ => GC.KeepAlive(new byte[100_000])) { MostAllocated = 100_000 };
        Assert.Throws<FuzzException>(() => run.Once(Input, "x"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_inputs()
    {
        byte[][] corpus = ["{\"a\":[1,2,3]}"u8.ToArray(), "null"u8.ToArray()];
        FuzzMutations first = new(corpus, JsonTokens.All, 7);
        FuzzMutations second = new(corpus, JsonTokens.All, 7);
        for (int i = 0; i < 1000; i++)
        {
            byte[] input = first.Next();
            Assert.Equal(input, second.Next());
            Assert.True(input.Length <= FuzzMutations.LongestInput);
        }
    }

    /// <summary>Uses 10 ms of processor time, where there is anything to do.</summary>
    private static void Burn(int work)
    {
        TimeSpan start = ThreadTime.Now;
        while (work > 0 && ThreadTime.Now - start < TimeSpan.FromMilliseconds(10))
        {
            Thread.SpinWait(100);
        }
    }
}
