using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Xunit;

namespace Webhooks.Tests.Sandbox.Requests;

public sealed class ContinueTokenTests
{
    [Theory]
    [InlineData(7, "obj-1")]
    [InlineData(-1, "a-b/ä")]
    public void A_token_comes_back_as_it_went(long revision, string key)
    {
        ContinueToken token = ContinueToken.Behind(revision, key);

        Assert.Equal(token, ContinueToken.Parse(token.ToString()));
        Assert.True(string.CompareOrdinal(key, token.Start) < 0);
        Assert.DoesNotContain(token.ToString(), character => character is '+' or '/' or '=');
    }

    [Theory]
    [InlineData("bm9uc2Vuc2U", "continue key is not valid: invalid character 'o' in literal null (expecting 'u')")]
    [InlineData("!!", "continue key is not valid: illegal base64 data at input byte 0")]
    [InlineData("AAAA?", "continue key is not valid: illegal base64 data at input byte 4")]
    [InlineData("e30", "continue key is not valid: server does not recognize this encoded version \"\"")]
    public void Others_are_refused_as_the_server_words_it(string text, string problem)
    {
        StatusException refused = Assert.Throws<StatusException>(() => ContinueToken.Parse(text));

        Assert.Equal(400, refused.Status.Code);
        Assert.Equal("invalid continue token: " + problem, refused.Status.Message);
    }
}
