using System.Text;
using Webhooks.Resources.Yaml;
using Xunit;

namespace Webhooks.Tests.Yaml;

public class YamlStreamTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\t", "")]
    [InlineData("{\"a\":1}{\"a\":2}\n [3] \n", "{\"a\":1}|{\"a\":2}|\n [3] \n")]
    [InlineData("\ufeff{\"a\":1}\n", "\ufeff{\"a\":1}\n")]
    public void A_stream_of_JSON_is_taken_apart_at_its_values(string stream, string sections)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(stream);
        IReadOnlyList<YamlSection> found = YamlStream.SplitJson(utf8);
        Assert.Equal(sections, string.Join('|', found.Select(section => Encoding.UTF8.GetString(utf8[section.Start..section.End]))));
        Assert.Equal(YamlStream.Split(utf8).Where(section => section.Form == YamlForm.Json), found);
    }

    [Theory]
    [InlineData("{a: 1}", 1, 2)]
    [InlineData("# c\n{}", 1, 1)]
    [InlineData("{}\n---\n{}", 2, 2)]
    [InlineData("{\"a\":1}\n\n  {\"a\":1,}", 3, 10)]
    [InlineData("{\"a\":1}\nb: 2\n", 2, 1)]
    [InlineData("\ufeff{", 1, 2)]
    public void What_must_be_JSON_is_never_YAML(string stream, int line, int column)
    {
        YamlFormatException failure = Assert.Throws<YamlFormatException>(() => YamlStream.SplitJson(Encoding.UTF8.GetBytes(stream)));
        Assert.Equal((line, column), (failure.Line, failure.Column));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a: 1", "Y:a: 1")]
    [InlineData("a: 1\n---\nb: 2\n", "Y:a: 1\n|Y:---\nb: 2\n")]
    [InlineData("---\na: 1\n---\nb: 2\n---", "Y:---\na: 1\n|Y:---\nb: 2\n|E:---")]
    [InlineData("a: 1\n--- # c\nb: 2\n", "Y:a: 1\n|Y:--- # c\nb: 2\n")]
    [InlineData("a: 1\n---#c\nb: 2\n", "Y:a: 1\n|Y:---#c\nb: 2\n")]
    [InlineData("a: 1\n---  \t\r\nb: 2\n", "Y:a: 1\n|Y:---  \t\r\nb: 2\n")]
    [InlineData("a: 1\r\n---\r\nb: 2\r\n", "Y:a: 1\r\n|Y:---\r\nb: 2\r\n")]
    [InlineData("# licence\n---\na: 1\n", "E:# licence\n|Y:---\na: 1\n")]
    [InlineData("---\n---\n# c\n---\na: 1\n---\n\n", "E:---\n|E:---\n# c\n|Y:---\na: 1\n|E:---\n\n")]
    [InlineData("a: 1\n--- {b: 2}\n--- |\n c\n", "Y:a: 1\n|Y:--- {b: 2}\n|Y:--- |\n c\n")]
    [InlineData("a: |\n  ---\n  b\n----\n", "Y:a: |\n  ---\n  b\n----\n")]
    [InlineData("a: 1\n...\n# c\n---\nb: 2\n", "Y:a: 1\n...\n# c\n|Y:---\nb: 2\n")]
    [InlineData("a: 1\n...\nb: 2\n", "Y:a: 1\n...\n|Y:b: 2\n")]
    [InlineData("a: 1\n...\n%YAML 1.1\n---\nb: 2\n", "Y:a: 1\n...\n|Y:%YAML 1.1\n---\nb: 2\n")]
    [InlineData("# c\n%YAML 1.1\n---\na: 1\n---\nb: 2\n", "Y:# c\n%YAML 1.1\n---\na: 1\n|Y:---\nb: 2\n")]
    [InlineData("\ufeffa: 1\n---\nb: 2\n", "Y:\ufeffa: 1\n|Y:---\nb: 2\n")]
    [InlineData("\ufeff---\na: 1\n---\nb: 2\n", "Y:\ufeff---\na: 1\n|Y:---\nb: 2\n")]
    [InlineData("{\"a\":1}{\"a\":2}\n [3] \n", "J:{\"a\":1}|J:{\"a\":2}|J:\n [3] \n")]
    [InlineData("a: 1\n---\n{\"a\":1}\n{\"a\":2}\n---\nb: 2\n", "Y:a: 1\n|J:---\n{\"a\":1}|J:\n{\"a\":2}\n|Y:---\nb: 2\n")]
    [InlineData("{a: 1}\n", "Y:{a: 1}\n")]
    [InlineData("{\"a\": 1} # c\n", "Y:{\"a\": 1} # c\n")]
    [InlineData("# c\n{\"a\": 1}\n", "Y:# c\n{\"a\": 1}\n")]
    [InlineData("{\"a\": 1}\nb: 2\n", "Y:{\"a\": 1}\nb: 2\n")]
    [InlineData("{\"a\": \"}{\\\"\"}{}", "J:{\"a\": \"}{\\\"\"}|J:{}")]
    public void A_stream_is_taken_apart_into_sections_that_cover_it(string stream, string sections)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(stream);
        Assert.Equal(
            sections,
            string.Join('|', YamlStream.Split(utf8).Select(section =>
                $"{section.Form.ToString()[0]}:{Encoding.UTF8.GetString(utf8[section.Start..section.End])}")));
    }

    [Theory]
    [InlineData("a: 1\n---\nb: 2\n", "a: 1\n", "b: 2\n")]
    [InlineData("--- # c\na: 1\n--- {b: 2}\n", "a: 1\n", " {b: 2}\n")]
    [InlineData("%YAML 1.1\n---\na: 1\n", "a: 1\n")]
    [InlineData("\ufeffa: 1\n", "a: 1\n")]
    [InlineData("---\n {\"a\":1} []", "{\"a\":1}", "[]")]
    public void The_content_of_a_section_starts_behind_its_separator(string stream, params string[] contents)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(stream);
        Assert.Equal(contents, YamlStream.Split(utf8).Select(section => Encoding.UTF8.GetString(utf8[section.ContentStart..section.End])));
    }

    [Theory]
    [InlineData("a: 1\n---\n# c\nb: 2\n", 1, 1, 4, 1)]
    [InlineData("%YAML 1.1\n---\na: 1\n--- {b: 2}\n", 3, 1, 4, 5)]
    [InlineData("\n {\"a\":1}\n\n  {\"b\":2}", 2, 2, 4, 3)]
    [InlineData("\ufeffa: 1\n...\nb: 2", 1, 1, 3, 1)]
    public void Lines_are_counted_from_the_start_of_the_stream(string stream, int firstLine, int firstColumn, int secondLine, int secondColumn)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(stream);
        YamlPosition[] roots = [.. YamlStream.Split(utf8).Select(section => YamlReader.Read(utf8, section)).Select(document => document.PositionOf(document.Root))];
        Assert.Equal([new(firstLine, firstColumn), new(secondLine, secondColumn)], roots);
    }

    [Fact]
    public void Sections_are_read_each_by_itself()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes("a: &x 1\n---\nb: *x\n---\n{\"c\": 1.50}\n");
        IReadOnlyList<YamlSection> sections = YamlStream.Split(utf8);
        Assert.Equal("{\"a\":1}", YamlReader.Read(utf8, sections[0]).Root.ToString());
        YamlFormatException problem = Assert.Throws<YamlFormatException>(() => YamlReader.Read(utf8, sections[1]));
        Assert.Equal("line 3, column 4: unknown anchor 'x' referenced; quote it if it is text", problem.Message);
        Assert.Equal("{\"c\": 1.50}", YamlReader.Read(utf8, sections[2]).Root.ToString());
    }

    [Fact]
    public void Directives_belong_to_one_document()
    {
        Assert.Equal("{\"a\":\"5\"}", Reading.Json("%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 5\n"));
        Assert.Equal("line 2, column 1: found incompatible YAML document; %YAML 1.1 is read", Reading.Refused("\n%YAML 2.0\n---\na: 1\n").Message);
        Assert.Contains("must be followed by a line '---'", Reading.Refused("%YAML 1.1\n").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_long_a_stream_and_too_many_documents_are_refused()
    {
        YamlLimits limits = YamlLimits.Default with { MaxBytes = 20, MaxDocuments = 2 };
        Assert.Equal("the text has 21 bytes; at most 20 are read", Reading.Refused(new string('a', 21), limits).Problem);
        Assert.Equal("line 5, column 1: more than 2 documents", Reading.Refused("a\n---\nb\n---\nc\n", limits).Message);
        Assert.Equal("line 1, column 1: more than 2 documents", Reading.Refused("{}{}{}", limits).Message);
    }
}
