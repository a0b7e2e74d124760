using System.Globalization;
using Clinic.Transcription.Searching;
using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Transcription.Tests.Searching;

public sealed class SearchExpressionTests
{
    [Theory]
    [InlineData("garganta", "garganta", "")]
    [InlineData("  Garganta  FIEBRE ", "garganta|fiebre", "")]
    [InlineData("\"dolor de garganta\" -fiebre", "dolor de garganta", "fiebre")]
    [InlineData("para* -\"no toma\"", "para*", "no toma")]
    [InlineData("«dolor agudo” ayer", "dolor agudo|ayer", "")]
    [InlineData("\"sin cerrar la cita", "sin cerrar la cita", "")]
    [InlineData("135/85 x-ray", "135 85|x ray", "")]
    [InlineData("a AND b OR NEAR(c)", "a|and|b|or|near c", "")]
    [InlineData("año ÁRBOL niño", "ano|arbol|nino", "")]
    public void Parse_reads_words_quotations_exclusions_and_beginnings(string text, string all, string none)
    {
        var found = SearchExpression.Parse(text);

        Assert.Equal(all, Shown(found.All));
        Assert.Equal(none, Shown(found.None));
    }

    [Theory]
    [InlineData("", TranscriptionRules.SearchEmpty)]
    [InlineData(" \"\" * -- ¿? ", TranscriptionRules.SearchEmpty)]
    [InlineData("-fiebre", TranscriptionRules.SearchOnlyWithout)]
    [InlineData("a*", TranscriptionRules.SearchPrefixShort)]
    [InlineData("fiebre -x*", TranscriptionRules.SearchPrefixShort)]
    public void Parse_names_what_cannot_be_searched(string text, string code) =>
        Assert.Equal(code, Assert.Throws<TranscriptionException>(() => SearchExpression.Parse(text)).Code);

    [Fact]
    public void Parse_refuses_a_text_that_is_too_long() =>
        Assert.Equal(TranscriptionRules.FieldInvalid, Assert.Throws<TranscriptionException>(() => SearchExpression.Parse(new string('a', 201))).Code);

    [Fact]
    public void Whatever_is_typed_gives_words_of_letters_and_digits_or_a_rule() => Prop.ForAll<string>(text =>
    {
        try
        {
            var found = SearchExpression.Parse(text ?? "");
            return found.All.Count > 0 && found.All.Concat(found.None).SelectMany(t => t.Words).All(w => w.Length > 0 && w.EnumerateRunes().All(r => System.Text.Rune.IsLetterOrDigit(r) || System.Text.Rune.IsNumber(r)));
        }
        catch (TranscriptionException e)
        {
            return e.Failures.Count > 0;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Folding_twice_is_folding_once_under_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("indicacion istanbul", SearchWords.Folded("INDICACIÓN, Istanbul!"));
            Prop.ForAll<string>(text => SearchWords.Folded(SearchWords.Folded(text ?? "")) == SearchWords.Folded(text ?? "")).QuickCheckThrowOnFailure();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Shown(IEnumerable<SearchTerm> terms) => string.Join('|', terms.Select(t => string.Join(' ', t.Words) + (t.IsPrefix ? "*" : "")));
}
