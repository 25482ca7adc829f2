using System.Text.Json;
using Webhooks.Client.Objects;
using Webhooks.Resources.Quantities;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Client.Objects;

/// <summary>What a server writes is written back the same.</summary>
public sealed class LiteralRoundTripTests
{
    // As fmt.Println(time.Duration(n)) prints them.
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1, "1ns")]
    [InlineData(1_100, "1.1µs")]
    [InlineData(2_200_000, "2.2ms")]
    [InlineData(3_300_000_000, "3.3s")]
    [InlineData(245_000_000_000, "4m5s")]
    [InlineData(245_001_000_000, "4m5.001s")]
    [InlineData(18_367_001_000_000, "5h6m7.001s")]
    [InlineData(480_000_000_001, "8m0.000000001s")]
    [InlineData(long.MaxValue, "2562047h47m16.854775807s")]
    [InlineData(-long.MaxValue, "-2562047h47m16.854775807s")]
    public void K10_a_duration(long nanoseconds, string text)
    {
        Assert.Equal(text, new Duration(nanoseconds).ToString());
        Assert.Equal(nanoseconds, Read<Duration>(new DurationConverter(), $"\"{text}\"").Nanoseconds);
        Assert.Equal($"\"{text}\"", Write(new DurationConverter(), new Duration(nanoseconds)));
    }

    [Fact]
    public void K10_every_duration()
    {
        Random random = new(11);
        for (int i = 0; i < 20_000; i++)
        {
            Duration duration = new((random.NextInt64() >> random.Next(63)) * (random.Next(2) == 0 ? 1 : -1));
            Assert.Equal(duration, Read<Duration>(new DurationConverter(), $"\"{duration}\""));
        }
    }

    [Theory]
    [InlineData("80", true)]
    [InlineData("-2147483648", true)]
    [InlineData("\"80\"", false)]
    [InlineData("\"http\"", false)]
    [InlineData("\"25%\"", false)]
    [InlineData("\"\"", false)]
    public void K10_a_number_or_a_text(string json, bool isNumber)
    {
        IntOrString value = Read<IntOrString>(new IntOrStringConverter(), json);
        Assert.Equal(isNumber, value.TryGetNumber(out _));
        Assert.Equal(json, Write(new IntOrStringConverter(), value));
    }

    [Fact]
    public void K10_neither_a_number_nor_a_text_is_refused()
    {
        Assert.Throws<JsonException>(() => Read<IntOrString>(new IntOrStringConverter(), "2147483648"));
        Assert.Throws<JsonException>(() => Read<IntOrString>(new IntOrStringConverter(), "1.5"));
        Assert.Throws<JsonException>(() => Read<Duration>(new DurationConverter(), "\"1 h\""));
        Assert.Throws<JsonException>(() => Read<Quantity>(new QuantityConverter(), "\"much\""));
    }

    [Theory]
    [InlineData("\"100m\"")]
    [InlineData("\"1Gi\"")]
    [InlineData("\"1500M\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"0\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"123456789012345678901234567890\"")]
    public void K10_a_quantity(string json) => Assert.Equal(json, Write(new QuantityConverter(), Read<Quantity>(new QuantityConverter(), json)));

    [Fact]
    public void K10_every_time_of_the_recordings()
    {
        string[] texts =
        [
            .. TranscriptFolder.Names(TranscriptFolder.Own)
                .Select(name => File.ReadAllText(Path.Combine(TranscriptFolder.Own, name + ".json")))
                .SelectMany(text => System.Text.RegularExpressions.Regex.Matches(text, "\"[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z\"").Select(match => match.Value))
                .Distinct(),
        ];
        Assert.Contains(texts, text => text.Contains('.', StringComparison.Ordinal));
        Assert.Contains(texts, text => !text.Contains('.', StringComparison.Ordinal));
        Assert.All(texts, text => Assert.Equal(text, text.Contains('.', StringComparison.Ordinal)
            ? Write(new MicroTimeConverter(), Read<DateTimeOffset?>(new MicroTimeConverter(), text))
            : Write(new TimeConverter(), Read<DateTimeOffset?>(new TimeConverter(), text))));
    }

    [Fact]
    public void K10_every_time()
    {
        Random random = new(10);
        for (int i = 0; i < 20_000; i++)
        {
            DateTimeOffset time = new(random.NextInt64(DateTimeOffset.MaxValue.Ticks) / 10 * 10, TimeSpan.Zero);
            Assert.Equal(time, Read<DateTimeOffset?>(new MicroTimeConverter(), Write(new MicroTimeConverter(), time)));
            DateTimeOffset second = new(time.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
            Assert.Equal(second, Read<DateTimeOffset?>(new TimeConverter(), Write(new TimeConverter(), second)));
        }

        Assert.Equal("null", Write(new TimeConverter(), (DateTimeOffset?)null));
        Assert.Null(Read<DateTimeOffset?>(new MicroTimeConverter(), "null"));
    }

    private static T Read<T>(System.Text.Json.Serialization.JsonConverter<T> converter, string json)
    {
        Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return converter.Read(ref reader, typeof(T), JsonSerializerOptions.Default)!;
    }

    private static string Write<T>(System.Text.Json.Serialization.JsonConverter<T> converter, T value)
    {
        System.Buffers.ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        converter.Write(writer, value, JsonSerializerOptions.Default);
        writer.Flush();
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
