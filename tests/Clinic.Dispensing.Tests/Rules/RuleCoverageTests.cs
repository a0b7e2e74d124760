using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Tests.Rules;

/// <summary>Every code has a test that names it, and words of the program read Spanish in Spanish sentences.</summary>
public sealed partial class RuleCoverageTests
{
    private static readonly (string Name, string Code)[] Codes =
        [.. typeof(DispensingRules).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (f.Name, (string)f.GetRawConstantValue()!))];

    [Fact]
    public void Every_code_is_named_by_a_test()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Folder(), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.Empty(Codes.Where(c => !Regex.IsMatch(tests, $@"\bDispensingRules\.{c.Name}\b|\b{c.Code}\b")).Select(c => c.Name));
    }

    [Fact]
    public void Both_languages_speak_of_the_same_facts() =>
        Assert.All(DispensingRules.Texts.All, t => Assert.Equal(Facts().Matches(t.English).Select(m => m.Value).Distinct().Order(), Facts().Matches(t.Spanish).Select(m => m.Value).Distinct().Order()));

    [Fact]
    public void A_refused_transition_reads_Spanish()
    {
        var e = Assert.Throws<DispensingException>(() => AccountabilityLifecycle.Next(AccountabilityStatus.Closed, AccountabilityTrigger.RecordDose, new(false, false, false)));

        Assert.Equal(
            "registrar dosis no se permite con el estado cerrada (rendición de cuentas); se permite ahora: reabrir; condiciones no cumplidas: ninguna.",
            e.Describe(e.Failures[0], "es"));
    }

    [Fact]
    public void Every_status_and_trigger_has_a_Spanish_word()
    {
        string[] words =
        [
            .. Enum.GetNames<DispenseStatus>(), .. Enum.GetNames<DispenseTrigger>(), .. Enum.GetNames<AccountabilityStatus>(), .. Enum.GetNames<AccountabilityTrigger>(),
            .. Enum.GetNames<Clinic.Dispensing.Rights.DispensingAct>(), .. Enum.GetNames<Clinic.Dispensing.Tickets.TicketKind>(),
        ];

        var english = words.Where(w => DispensingRules.Texts.Describe(new RuleFailure(DispensingRules.TransitionRefused, ("trigger", w), ("machine", "x"), ("status", w), ("allowed", w), ("unmet", "x")), "es").Contains($"estado {w} ", StringComparison.Ordinal));

        Assert.Empty(english);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Facts();
}
