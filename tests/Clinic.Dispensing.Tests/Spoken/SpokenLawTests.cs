using System.Globalization;
using Clinic.Dispensing.Spoken;
using Clinic.Spoken;
using FsCheck.Fluent;
using static Clinic.Dispensing.Tests.Spoken.SpokenClinic;

namespace Clinic.Dispensing.Tests.Spoken;

public sealed class SpokenLawTests
{
    private static readonly string[] Words =
    [
        "registrar", "entrega", "devolución", "desecho", "dosis", "de", "1", "2", "0,5", "1.000", "media", "una", "y", "mil", "ampolla", "ampollas", "tabletas",
        "mcg", "mg", "ml", "unidades", "/", "kg", "por", "kilo", "fentanilo", "paracetamol", "lantus", "aspirina", "para", "a", "paciente", "Juan", "Pérez", "Ana",
        "Núñez", "motivo", "testigo", "Ruiz", "peso", "20", "no", "o", "coma", "punto", "-", "record", "hand-over", "dose", "of", "the", "patient", "half", "½", ",", "un",
        "millón", "reason", "witness", "\u202e", "\ud800", "😀", "²", "'", "e\u0301",
    ];

    private static readonly string[] Sentences =
    [
        "registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mcg",
        "registrar dosis de cincuenta microgramos de fentanilo a paciente María López",
        "registrar devolución de 2 tabletas de diazepam del paciente Juan Muñoz",
        "registrar dosis de 0,5 ml de fentanilo a paciente Ana Núñez",
        "registrar entrega de 1 tableta de paracetamol para paciente Juan Pérez, dosis 500 mg",
        "registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 300 ml",
        "record hand-over of one and a half ampoules of fentanyl for patient John Smith, dose 1.5 ml",
        "registrar dosis de 2 mcg/kg de fentanilo a paciente Juan Pérez peso 0,1 kg",
        "registrar dosis de 2,5 mcg/kg de fentanilo a paciente Juan Pérez peso 10,5 kg",
        "record return of 2 tablets of diazepam from patient Juan Perez",
    ];

    private readonly SpokenClinic clinic = new();

    [Fact]
    public void Any_text_gives_a_result() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => clinic.Say(text!).GetAwaiter().GetResult() is not null).Holds(2000);

    [Fact]
    public void Any_order_of_known_words_gives_a_result() =>
        Prop.ForAll(
            (from count in Gen.Choose(1, 30) from words in Gen.Elements(Words).ArrayOf(count) from glue in Gen.Elements(" ", " ", " ", "") select string.Join(glue, words)).ToArbitrary(),
            text => clinic.Say(text).GetAwaiter().GetResult() is not null).Holds(3000);

    [Fact]
    public void Any_characters_give_a_result() =>
        Prop.ForAll(
            (from count in Gen.Choose(0, 60) from codes in Gen.Choose(0, 0xffff).ArrayOf(count) select "registrar entrega de 1" + string.Concat(codes.Select(c => (char)c))).ToArbitrary(),
            text => clinic.Say(text).GetAwaiter().GetResult() is not null).Holds(2000);

    [Fact]
    public void Shape_of_writing_does_not_change_the_result() =>
        Prop.ForAll(
            (from sentence in Gen.Elements(Sentences) from seed in Gen.Choose(0, int.MaxValue - 1) select (sentence, seed)).ToArbitrary(),
            c => Assert.Equal(Told(c.sentence), Told(Vary(c.sentence, c.seed)))).Holds(500);

    [Fact]
    public void Culture_does_not_change_the_result()
    {
        var expected = Sentences.Select(Told).ToList();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "es-EC", "tr-TR", "de-DE", "fa-IR", "en-US" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(expected, Sentences.Select(Told));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Namesakes_are_never_understood() =>
        Prop.ForAll(Gen.Elements("Ana Núñez", "Pedro Vera", "Juan", "núñez ana").ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (name, dose) =>
            clinic.Say($"registrar dosis de {dose} mcg de fentanilo a paciente {name}").GetAwaiter().GetResult() is SpokenResult.Ambiguous).Holds();

    [Fact]
    public void Dose_is_understood_only_up_to_what_the_containers_hold() =>
        Prop.ForAll(Gen.Choose(1, 5).ToArbitrary(), Gen.Choose(1, 600).ToArbitrary(), (ampoules, micrograms) =>
        {
            var result = clinic.Say($"registrar entrega de {ampoules} ampollas de fentanilo para paciente Juan Pérez, dosis {micrograms} mcg").GetAwaiter().GetResult();
            return micrograms <= ampoules * 100 ? result is SpokenResult.Understood : result is SpokenResult.Impossible;
        }).Holds(500);

    [Fact]
    public void Any_figure_written_is_read_as_written_or_asked_for() =>
        Prop.ForAll(Gen.Choose(0, 999_999).ToArbitrary(), Gen.Choose(0, 9999).ToArbitrary(), Gen.Elements('.', ',').ToArbitrary(), (whole, part, separator) =>
        {
            var value = decimal.Parse($"{whole}.{part}", CultureInfo.InvariantCulture);
            var readings = NumberLiteral.Read($"{whole}{separator}{part}", isGlued: false);
            var isDouble = part is >= 100 and <= 999 && whole is > 0 and <= 999;
            return readings[0] == value && readings.Count == (isDouble ? 2 : 1);
        }).Holds(1000);

    [Fact]
    public async Task Results_print_nothing_of_a_patient()
    {
        string[] texts = [.. Sentences, "registrar dosis de 50 mcg de fentanilo a paciente Juan Perex", "registrar entrega paciente Juan Pérez", "Juan Pérez"];
        foreach (var text in texts)
        {
            var result = await clinic.Say(text);

            Assert.Equal(result.GetType().Name, result.ToString());
        }

        Assert.Equal(nameof(SpokenCommand.GiveDose), Assert.IsType<SpokenResult.Understood>(await clinic.Say(Sentences[1])).Command.ToString());
        Assert.DoesNotContain("Juan", new SpokenRequest(Tenant, Speaker, Session, "Juan").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Juan", new SpokenDoubt(SpokenSlot.Patient, [new(JuanPerez.Value, null, "Juan")]).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Juan", $"{new SpokenChoice(JuanPerez.Value, null, "Juan")}{new SpokenPatient(JuanPerez, "Juan")}{new SpokenPerson(AnaRuiz, "Juan")}{new SpokenChoices(JuanPerez)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_text_of_a_failure_has_its_facts_filled()
    {
        string[] texts =
        [
            new('x', 501), "a\u0007", "registrar entrega de 0 ampollas de fentanilo para paciente Juan Pérez, dosis 5 meq",
            "registrar entrega de 5000 tabletas de fentanilo para paciente Juan Pérez, dosis 50 mcg", "registrar dosis de 2000 tabletas de diazepam a Juan Pérez",
            "registrar dosis de 2 mcg/kg de fentanilo a Juan Pérez peso 2000 kg",
        ];
        foreach (var text in texts)
        {
            var result = await clinic.Say(text);
            var failures = result is SpokenResult.Impossible impossible ? impossible.Failures : [Assert.IsType<SpokenResult.NotUnderstood>(result).Reason];
            foreach (var failure in failures)
                Assert.All(new[] { "es", "en" }, l => Assert.DoesNotMatch(@"\{(found|allowed|position|asked|limit|unit|baseUnit|quantity|content)\}", DispensingRules.Texts.Describe(failure, l)));
        }
    }

    private string Told(string text) => clinic.Say(text).GetAwaiter().GetResult() switch
    {
        SpokenResult.Understood u => $"{u.Confirmation} {u.Fingerprint}",
        SpokenResult.Ambiguous a => $"{a.Question} {string.Join('|', a.Doubts.SelectMany(d => d.Choices).Select(c => c.Text))}",
        SpokenResult.Impossible i => string.Join('|', i.Failures),
        var other => other.ToString(),
    };

    // Case, accents, composed or not, spaces and punctuation between words.
    private static string Vary(string text, int seed)
    {
        var random = new System.Random(seed);
        var upper = random.Next(3);
        if (upper == 0) text = text.ToUpperInvariant();
        if (upper == 1) text = text.ToLowerInvariant();
        if (random.Next(2) == 0) text = text.Normalize(System.Text.NormalizationForm.FormD);
        if (random.Next(2) == 0) text = string.Concat(text.Normalize(System.Text.NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        string[] gaps = [" ", " ", " ", "  ", "\u00a0", "\t", ", ", "; ", " … ", "\u200f "];
        text = string.Concat(text.Split(' ').Select(w => w + gaps[random.Next(gaps.Length)]));
        return random.Next(2) == 0 ? $"¡{text}!" : text;
    }
}
