using System.Reflection;
using System.Text.RegularExpressions;
using Clinic.Abstractions;

namespace Clinic.Conventions.Tests.Rules;

/// <summary>The permanent codes of the static classes named …Rules, and what must hold for them.</summary>
internal static partial class ErrorCodes
{
    public static IEnumerable<Type> ClassesOf(IEnumerable<Type> types) =>
        types.Where(t => t is { IsClass: true, IsAbstract: true, IsSealed: true } && t.Name.EndsWith("Rules", StringComparison.Ordinal));

    public static IEnumerable<FieldInfo> ConstantsOf(Type rules) =>
        rules.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral && f.FieldType == typeof(string));

    public static IReadOnlyList<RuleText> TextsOf(Type rules) =>
        rules.GetProperty("Texts", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is RuleTexts texts ? texts.All : [];

    /// <summary>One text per code and one code per text, both languages with the same places.</summary>
    public static IEnumerable<string> Broken(Type rules)
    {
        var codes = ConstantsOf(rules).Select(CodeOf).ToList();
        var texts = TextsOf(rules);
        return codes.Where(c => !CodeForm().IsMatch(c)).Select(c => $"{c} is not three letters and three digits")
            .Concat(codes.Where(c => texts.Count(t => t.Code == c) != 1).Select(c => $"{c} has not exactly one text"))
            .Concat(texts.Where(t => !codes.Contains(t.Code)).Select(t => $"{t.Code} has a text and no constant"))
            .Concat(texts.Where(t => string.IsNullOrWhiteSpace(t.English) || string.IsNullOrWhiteSpace(t.Spanish)).Select(t => $"{t.Code} lacks a language"))
            .Concat(texts.Where(t => !PlacesOf(t.English).SetEquals(PlacesOf(t.Spanish))).Select(t => $"{t.Code} has other places in Spanish than in English"));
    }

    /// <summary>No code is used by two constants.</summary>
    public static IEnumerable<string> Repeated(IEnumerable<Type> rules) =>
        rules.SelectMany(ConstantsOf).GroupBy(CodeOf).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key} is {string.Join(" and ", g.Select(f => $"{f.DeclaringType!.Name}.{f.Name}"))}");

    public static string CodeOf(FieldInfo constant) => (string)constant.GetRawConstantValue()!;

    private static HashSet<string> PlacesOf(string sentence) => [.. Place().Matches(sentence).Select(m => m.Value)];

    [GeneratedRegex(@"^[A-Z]{3}\d{3}$")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
