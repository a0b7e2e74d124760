using System.Text;
using Clinic.Abstractions;
using Clinic.Conventions.Tests.Approvals;
using Clinic.Conventions.Tests.Planted;

namespace Clinic.Conventions.Tests.Rules;

public sealed class ErrorCodeTests
{
    private static readonly List<Type> AllRules =
        [.. ErrorCodes.ClassesOf(Packages.All.SelectMany(p => p.Assembly.GetExportedTypes())).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Fact]
    public void Every_code_has_its_sentences() => Assert.Empty(AllRules.SelectMany(ErrorCodes.Broken));

    [Fact]
    public void No_code_is_used_twice() => Assert.Empty(ErrorCodes.Repeated(AllRules));

    [Fact]
    public void Every_code_is_documented() => Approved.Matches("docs/errors.md", Document());

    [Fact]
    public void Codes_are_found_at_all() => Assert.Contains(typeof(ClinicRules), AllRules);

    [Fact]
    public void Broken_codes_are_seen() =>
        Assert.Equal(
            [
                "oops is not three letters and three digits",
                "PLA102 has not exactly one text",
                "PLA901 has a text and no constant",
                "PLA103 lacks a language",
                "PLA104 has other places in Spanish than in English",
            ],
            ErrorCodes.Broken(typeof(PlantedRules)));

    [Fact]
    public void Code_of_two_constants_is_seen() =>
        Assert.Equal(["CLN101 is ClinicRules.CommandReused and PlantedRules.Borrowed"], ErrorCodes.Repeated([typeof(ClinicRules), typeof(PlantedRules)]));

    private static string Document()
    {
        var page = new StringBuilder(
            """
            # Error codes

            Every broken rule carries a permanent code, the facts that broke it, and a sentence in English and Spanish; hosts choose the language by `Accept-Language`.
            Codes are never reused. This page is written from the code: `CLINIC_APPROVE=1` with the conventions tests rewrites it.

            """);
        foreach (var rules in AllRules)
        {
            page.Append('\n').Append("## ").Append(rules.FullName).Append("\n\n| Code | Name | Answer | English | Spanish |\n|---|---|---|---|---|\n");
            var names = ErrorCodes.ConstantsOf(rules).ToLookup(ErrorCodes.CodeOf, f => f.Name);
            foreach (var text in ErrorCodes.TextsOf(rules))
            {
                page.Append("| `").Append(text.Code).Append("` | ").AppendJoin(", ", names[text.Code]).Append(" | ").Append(AnswerOf(text.Kind))
                    .Append(" | ").Append(Cell(text.English)).Append(" | ").Append(Cell(text.Spanish)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string AnswerOf(RuleKind kind) => kind switch
    {
        RuleKind.Refused => "refused, 422",
        RuleKind.Malformed => "malformed, 400",
        RuleKind.Forbidden => "forbidden, 403",
        RuleKind.NotFound => "not found, 404",
        RuleKind.Conflict => "conflict, 409",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without an answer."),
    };

    private static string Cell(string sentence) => sentence.Replace("|", "\\|", StringComparison.Ordinal);
}
