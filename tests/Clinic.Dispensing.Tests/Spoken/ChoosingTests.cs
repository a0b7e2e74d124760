using Clinic.Dispensing.Spoken;
using static Clinic.Dispensing.Tests.Spoken.SpokenClinic;

namespace Clinic.Dispensing.Tests.Spoken;

public sealed class ChoosingTests
{
    private const string HandOver = "registrar entrega de 1 ampolla de fentanilo para paciente Ana Núñez, dosis ";

    private readonly SpokenClinic clinic = new();

    [Fact]
    public async Task Chosen_ids_resolve_what_was_ambiguous()
    {
        var first = Assert.IsType<SpokenResult.Ambiguous>(await clinic.Say(HandOver + "10 o 20 mcg"));
        var patient = first.Doubts.Single(d => d.Slot == SpokenSlot.Patient).Choices.Single(c => c.Text == "Ana Núñez");
        var dose = first.Doubts.Single(d => d.Slot == SpokenSlot.Dose).Choices[1];

        var second = await clinic.Say(HandOver + "10 o 20 mcg", new(Patient: new(patient.Id!.Value), Dose: dose.Amount));

        var understood = Assert.IsType<SpokenResult.Understood>(second);
        Assert.Equal(AnaNunez, understood.Command.Patient);
        Assert.Equal("20 ug", Assert.IsType<SpokenCommand.HandOver>(understood.Command).Dose?.ToString());
    }

    [Fact]
    public async Task Chosen_meaning_of_units_is_taken()
    {
        const string Text = "registrar entrega de 2 unidades de lantus para paciente Juan Pérez, dosis 20 UI";
        var offered = Assert.Single(Assert.IsType<SpokenResult.Ambiguous>(await clinic.Say(Text)).Doubts).Choices;

        var pieces = Assert.IsType<SpokenResult.Understood>(await clinic.Say(Text, new(Quantity: offered[0].Amount)));
        var units = Assert.IsType<SpokenResult.Impossible>(await clinic.Say(Text, new(Quantity: offered[1].Amount)));

        Assert.Equal("2 {vial}", Assert.IsType<SpokenCommand.HandOver>(pieces.Command).Quantity.ToString());
        Assert.Equal(DispensingRules.SpokenUnitMismatch, units.Failures[0].Code);
    }

    [Fact]
    public async Task Amount_that_was_not_offered_is_not_taken() =>
        Assert.IsType<SpokenResult.Ambiguous>(await clinic.Say(HandOver + "10 o 20 mcg", new(Patient: AnaNunez, Dose: new(15, new("ug")))));

    [Fact]
    public async Task Certain_amount_is_not_changed_by_a_choice()
    {
        var understood = Assert.IsType<SpokenResult.Understood>(await clinic.Say(HandOver + "10 mcg", new(Patient: AnaNunez, Dose: new(15, new("ug")))));

        Assert.Equal("10 ug", Assert.IsType<SpokenCommand.HandOver>(understood.Command).Dose?.ToString());
    }

    [Fact]
    public async Task Chosen_ids_stand_in_for_names_not_said()
    {
        var result = await clinic.Say("registrar desecho de 1 ml motivo sobrante", new(Patient: JuanPerez, Presentation: Fentanyl, Witness: AnaRuiz));

        Assert.IsType<SpokenCommand.Waste>(Assert.IsType<SpokenResult.Understood>(result).Command);
    }

    [Fact]
    public async Task Chosen_id_of_nobody_or_of_another_clinic_is_unknown()
    {
        Assert.IsType<SpokenResult.Unknown>(await clinic.Say(HandOver + "10 mcg", new(Patient: new(Id(555)))));
        Assert.IsType<SpokenResult.Unknown>(await clinic.Say(HandOver + "10 mcg", new(Patient: new(Id(199)))));
        Assert.IsType<SpokenResult.Unknown>(await clinic.Say(HandOver + "10 mcg", new(Patient: JuanPerez), tenant: OtherTenant));
    }

    [Fact]
    public async Task Language_given_is_not_told_from_the_words()
    {
        Assert.IsType<SpokenResult.NotUnderstood>(await clinic.Say("record dose of 50 mcg of fentanyl to patient Juan Perez", language: SpokenLanguage.Spanish));
        Assert.Equal(SpokenLanguage.Spanish, Assert.IsType<SpokenResult.Understood>(await clinic.Say("dispense 1 ampolla de fentanilo para Juan Pérez dosis 1 ml")).Language);
        Assert.Equal(SpokenLanguage.English, Assert.IsType<SpokenResult.Understood>(await clinic.Say("dispense 1 ampoule of fentanyl for Juan Perez dose 1 ml")).Language);
    }
}
