using System.Globalization;
using NodaTime;

namespace Clinic.Abstractions.Tests.Rules;

public sealed class RuleFailureTests
{
    [Fact]
    public void Facts_are_short_and_without_control_characters()
    {
        var failure = new RuleFailure("X1", ("long", new string('x', 1_000_000)), ("odd", "a\u0000b\nc"), ("none", null));

        Assert.Equal(RuleFailure.LongestFact + 1, failure.Facts["long"].Length);
        Assert.EndsWith("…", failure.Facts["long"], StringComparison.Ordinal);
        Assert.Equal("a\\u0000b\\u000ac", failure.Facts["odd"]);
        Assert.Equal("", failure.Facts["none"]);
        Assert.Equal("X1 (odd: a)", new RuleFailure("X1", ("odd", "a")).ToString());
        Assert.Equal("X1", new RuleFailure("X1").ToString());
        Assert.Throws<ArgumentException>(() => new RuleFailure(" "));
    }

    [Fact]
    public void Facts_are_written_without_a_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("fi-FI");
        try
        {
            var f = new RuleFailure("X1", ("a", 1.5m), ("b", -2.5), ("c", Instant.FromUtc(2026, 3, 10, 15, 4)), ("d", Duration.FromMinutes(90)));
            Assert.Equal(["1.5", "-2.5", "2026-03-10T15:04:00Z", "1:30:00"], f.Facts.Values);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_sentence_takes_the_facts_it_names()
    {
        Assert.Equal("5 of {missing}", new RuleFailure("X1", ("found", 5)).Render("{found} of {missing}"));
        Assert.Throws<ArgumentException>(() => ClinicRules.Texts.Of("CLN999"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClinicRuleException([]));
    }

    [Fact]
    public void Every_code_of_the_core_has_both_languages() =>
        Assert.All(ClinicRules.Texts.All, t =>
        {
            Assert.NotEqual(t.English, t.Spanish);
            Assert.StartsWith("CLN", t.Code, StringComparison.Ordinal);
        });

    [Fact]
    public void A_thousand_failures_make_a_short_message()
    {
        var e = new ClinicRuleException([.. Enumerable.Range(0, 1_000).Select(i => new RuleFailure(ClinicRules.Malformed, ("field", i), ("found", 1), ("allowed", 2)))]);

        Assert.Equal(1_000, e.Failures.Count);
        Assert.EndsWith("And 980 more.", e.Message, StringComparison.Ordinal);
    }
}
