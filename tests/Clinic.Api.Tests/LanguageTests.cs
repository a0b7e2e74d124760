using Clinic.Api.Problems;

namespace Clinic.Api.Tests;

public class LanguageTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("", "en")]
    [InlineData("*", "en")]
    [InlineData("es", "es")]
    [InlineData("es-EC", "es")]
    [InlineData("ES-ec", "es")]
    [InlineData("fr, es;q=0.5", "es")]
    [InlineData("es;q=0.4, en;q=0.9", "en")]
    [InlineData("en;q=0.4, es;q=0.41", "es")]
    [InlineData("es;q=0, en;q=0", "en")]
    [InlineData("fr", "en")]
    [InlineData("en, es", "en")]
    [InlineData("es, en", "es")]
    [InlineData("es;q=x", "en")]
    [InlineData(";;;,,,q=", "en")]
    public void Language_follows_the_weights(string header, string language) => Assert.Equal(language, Languages.Of(header));

    [Theory]
    [InlineData("es-EC, en;q=0.5", "es", "No hay nada en /nix")]
    [InlineData("en-GB", "en", "There is nothing at /nix")]
    public async Task Problems_are_told_in_that_language(string header, string language, string beginning)
    {
        var answer = await api.Factory.Anonymous().Speaking(header).GetAsync("/nix");

        answer.Refused(404, "API103");
        Assert.StartsWith(beginning, answer["detail"], StringComparison.Ordinal);
        Assert.Equal(language, answer.Headers["Content-Language"]);
        Assert.Contains("Accept-Language", answer.Headers["Vary"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_code_has_both_sentences_with_the_same_facts()
    {
        var errors = (await api.Factory.Anonymous().GetAsync("/api/v1/errors")).Json.AsArray();

        Assert.True(errors.Count > 90);
        Assert.Equal(errors.Count, errors.Select(e => e!["code"]!.GetValue<string>()).Distinct().Count());
        Assert.All(errors, e => Assert.Equal(Facts(e!["english"]!.GetValue<string>()), Facts(e["spanish"]!.GetValue<string>())));
        Assert.Equal("API101", (await api.Factory.Anonymous().GetAsync("/api/v1/errors/api101"))["code"]);
    }

    private static IEnumerable<string> Facts(string sentence) =>
        System.Text.RegularExpressions.Regex.Matches(sentence, @"\{(\w+)\}").Select(m => m.Value).Distinct().Order();
}
