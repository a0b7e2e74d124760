using Clinic.Transcription.Searching;

namespace Clinic.Transcription.Tests.Searching;

public sealed class SearchExcerptTests
{
    private const string Text = "¿Qué le duele?\nMe duele la garganta desde ayer, y la Garganta está roja.";

    [Theory]
    [InlineData("garganta", 10, "duele la [garganta] desde")]
    [InlineData("GARGANTA roja", 300, "¿Qué le duele?\nMe duele la [garganta] desde ayer, y la [Garganta] está [roja].")]
    [InlineData("\"la garganta\"", 6, "duele [la garganta]")]
    [InlineData("gar*", 0, "[garganta]")]
    [InlineData("fiebre", 4, "¿Qué")]
    public void Of_cuts_whole_words_around_the_first_place_and_marks_what_was_found(string query, int reach, string expected)
    {
        var excerpt = SearchExcerpt.Of(Text, SearchExpression.Parse(query), reach);

        var shown = excerpt.Marks.Reverse().Aggregate(excerpt.Text, (t, m) => t.Insert(m.Start + m.Length, "]").Insert(m.Start, "["));
        Assert.StartsWith(expected, shown, StringComparison.Ordinal);
        Assert.Contains(excerpt.Text, Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_says_whether_the_text_goes_on()
    {
        Assert.Equal((true, true), (SearchExcerpt.Of("dolor", SearchExpression.Parse("dolor"), 10) is var e) ? (e.IsBeginning, e.IsEnd) : default);
        Assert.Equal((false, false), (SearchExcerpt.Of(Text, SearchExpression.Parse("desde"), 3) is var f) ? (f.IsBeginning, f.IsEnd) : default);
        Assert.Equal("", SearchExcerpt.Of("", SearchExpression.Parse("x"), 3).Text);
    }

    [Fact]
    public void What_it_says_is_not_in_its_text_form() => Assert.Equal(nameof(SearchExcerpt), SearchExcerpt.Of(Text, SearchExpression.Parse("ayer"), 3).ToString());
}
