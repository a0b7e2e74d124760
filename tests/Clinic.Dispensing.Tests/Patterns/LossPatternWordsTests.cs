using Clinic.Abstractions;
using Clinic.Dispensing.Patterns;

namespace Clinic.Dispensing.Tests.Patterns;

public class LossPatternWordsTests
{
    private static readonly LossPattern Nights = new()
    {
        Kind = LossPatternKind.SameLoss,
        Department = new(Guid.Parse("0190f0c0-0000-7000-8000-000000000001")),
        Medication = new(Guid.Parse("0190f0c0-0000-7000-8000-000000000002")),
        Unit = new("mL"),
        Shift = "night",
        Amount = 500,
        Deliveries = 90,
        Losses = 21,
        UsualLosses = 0.5,
        Rate = 0.125m,
        PeerRate = 0.01m,
        PeerDeliveries = 180,
        Score = 9,
        Days = 21,
    };

    private static string Name(object id) => id is DepartmentId ? "Emergencia" : id is MedicationId ? "Cloruro de sodio" : "Zoë Muñoz";

    [Fact]
    public void Spanish_says_what_was_seen_and_accuses_nobody()
    {
        var text = LossPatternWords.Of(Nights, "es", Name);

        Assert.Equal(
            "En Emergencia, en el turno «noche» con Cloruro de sodio, se pierde la misma cantidad, 500 mL, 21 veces; por el resto se esperarían 0,5. "
            + "Muestra: 90 entregas frente a 180, en 21 días distintos. Es una invitación a revisar, no prueba una falta: puede haber una explicación que los datos no muestran.", text);
    }

    [Theory]
    [InlineData(LossPatternKind.HigherLoss, "12.5 % of what is delivered is lost on average; in comparable deliveries 1 %")]
    [InlineData(LossPatternKind.SameShare, "between 4 % and 5 % of what is delivered is lost 21 times")]
    [InlineData(LossPatternKind.LargeLosses, "21 large losses gather")]
    public void English_says_each_kind(LossPatternKind kind, string expected)
    {
        var text = LossPatternWords.Of(Nights with { Kind = kind, Shift = null, Person = new(Guid.Parse("0190f0c0-0000-7000-8000-000000000003")), Share = (0.04m, 0.05m) }, "en", Name);

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("the deliveries that Zoë Muñoz answers for", text, StringComparison.Ordinal);
        Assert.EndsWith("there may be an explanation that the data do not show.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("theft", text, StringComparison.OrdinalIgnoreCase);
    }
}
