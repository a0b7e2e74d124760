using Clinic.Abstractions;
using Clinic.Dispensing.Spoken;
using static Clinic.Dispensing.Tests.Spoken.SpokenClinic;

namespace Clinic.Dispensing.Tests.Spoken;

public sealed class NotDoneTests
{
    private const string Begin = "registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis ";

    private readonly SpokenClinic clinic = new();

    [Theory]
    [InlineData("", "DSP701")]
    [InlineData("  \u00a0\n ", "DSP701")]
    [InlineData("\u200b\u200e", "DSP701")]
    [InlineData("...", "DSP701")]
    [InlineData("registrar \u0007entrega", "DSP703")]
    [InlineData("registrar \ud800 entrega", "DSP703")]
    [InlineData("registrar entrega dosis \u202e05\u202c mcg", "DSP703")]
    [InlineData("hola, ¿cómo está?", "DSP704")]
    [InlineData("registrar paciente nuevo", "DSP704")]
    [InlineData("fentanilo 1 ampolla", "DSP704")]
    [InlineData("mañana registrar entrega de 1 ampolla", "DSP704")]
    [InlineData("no registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mcg", "DSP705")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mcg, no, cancela", "DSP705")]
    [InlineData("cancela", "DSP705")]
    [InlineData("no le di la dosis de fentanilo a Juan Pérez", "DSP705")]
    [InlineData("registrar entrega de 1, perdón, 2 ampollas de fentanilo para paciente Juan Pérez, dosis 50 mcg", "DSP705")]
    [InlineData("don't record dose of 50 mcg of fentanyl to patient Juan Perez", "DSP705")]
    [InlineData("I didn’t give 50 mcg of fentanyl to patient Juan Perez", "DSP705")]
    [InlineData("record dose of 50 mcg, I mean 15 mcg of fentanyl to patient Juan Perez", "DSP705")]
    [InlineData("registrar desecho de 1 ml de fentanilo del paciente Juan Pérez, motivo sobrante, testigo Ana Ruiz, olvídalo", "DSP705")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez y registrar desecho de 1 ml", "DSP706")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo y 2 tabletas de diazepam para paciente Juan Pérez, dosis 50 mcg", "DSP706")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo y devolución de 2 tabletas de diazepam del paciente Juan Pérez", "DSP706")]
    [InlineData("record hand-over of 1 ampoule of fentanyl and waste of 1 ml for patient Juan Perez", "DSP706")]
    [InlineData("registrar dosis de 50 mcg de fentanilo a paciente Juan Pérez cada 8 horas dosis 3 mg", "DSP708")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez y paciente María López, dosis 50 mcg", "DSP708")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mcg cada 8 horas", "DSP707")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mcg/h", "DSP707")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 5 mcg/kg/min peso 20 kg", "DSP707")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mcg, peso 20 kg", "DSP707")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis la de siempre", "DSP707")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez 50 mcg dosis 50 mcg", "DSP707")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis <50 mcg", "DSP707")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 10² mcg", "DSP707")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis ٥٠ mcg", "DSP707")]
    public async Task Sentence_is_no_command(string text, string code)
    {
        var result = Assert.IsType<SpokenResult.NotUnderstood>(await clinic.Say(text));

        Assert.Equal(code, result.Reason.Code);
        Assert.NotEmpty(result.Examples);
    }

    [Fact]
    public async Task Longest_text_is_500_characters()
    {
        Assert.Equal("DSP704", Assert.IsType<SpokenResult.NotUnderstood>(await clinic.Say(new string('x', 500))).Reason.Code);
        Assert.Equal("DSP702", Assert.IsType<SpokenResult.NotUnderstood>(await clinic.Say(new string('x', 501))).Reason.Code);
    }

    [Theory]
    [InlineData("1.000 mcg", "1 mcg|1000 mcg")]
    [InlineData("1,000 mcg", "1 mcg|1000 mcg")]
    [InlineData("12.500 mcg", "12,5 mcg|12500 mcg")]
    [InlineData("10 o 20 mcg", "10 mcg|20 mcg")]
    [InlineData("10-20 mcg", "10 mcg|20 mcg")]
    [InlineData("10 – 20 mcg", "10 mcg|20 mcg")]
    [InlineData("diez a veinte mcg", "10 mcg|20 mcg")]
    [InlineData("siete u ocho mcg", "7 mcg|8 mcg")]
    [InlineData("entre 10 y 20 mcg", "10 mcg|20 mcg")]
    [InlineData("unos 50 mcg", "50 mcg")]
    [InlineData("más de 50 mcg", "50 mcg")]
    [InlineData("coma cinco mcg", "0,5 mcg|5 mcg")]
    [InlineData(",5 mcg", "0,5 mcg|5 mcg")]
    [InlineData("1 000 mcg", "1000 mcg")]
    [InlineData("cincuenta cinco mcg", "")]
    [InlineData("5 50 mcg", "")]
    [InlineData("1.200 millones de ng", "1200000 ng|1200000000 ng")]
    [InlineData(",0000000001 mcg", "")]
    [InlineData("10 y 20 mcg", "10 mcg|20 mcg")]
    [InlineData("1/3 ml", "")]
    [InlineData("1.00.000 mcg", "")]
    [InlineData("99999999999 mcg", "")]
    public async Task Amount_that_is_not_one_figure_is_asked_for(string dose, string choices)
    {
        var result = Assert.IsType<SpokenResult.Ambiguous>(await clinic.Say(Begin + dose));

        var doubt = Assert.Single(result.Doubts);
        Assert.Equal(SpokenSlot.Dose, doubt.Slot);
        Assert.Equal(choices, string.Join('|', doubt.Choices.Select(c => c.Text)));
    }

    [Theory]
    [InlineData("0,500 ml", "0.5 mL")]
    [InlineData("0.050 mg", "0.05 mg")]
    [InlineData("1.000,5 ng", "1000.5 ng")]
    [InlineData("1,000.5 ng", "1000.5 ng")]
    [InlineData("10.000.000 ng", null)]
    public async Task Separators_that_can_mean_one_thing_only_are_read(string dose, string? read)
    {
        var result = await clinic.Say(Begin + dose);

        if (read is null) Assert.Equal("10000000 ng", Assert.Single(Assert.IsType<SpokenResult.Impossible>(result).Failures).Facts["asked"]);
        else Assert.Equal(read, Assert.IsType<SpokenCommand.HandOver>(Assert.IsType<SpokenResult.Understood>(result).Command).Dose?.ToString());
    }

    [Theory]
    [InlineData("registrar entrega", "Quantity|Dose|Medication|Patient")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez", "Dose")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo, dosis 50 mcg", "Patient")]
    [InlineData("registrar entrega de 1 de fentanilo para paciente Juan Pérez, dosis 50", "Quantity|Dose")]
    [InlineData("registrar entrega de fentanilo 100 mcg para paciente Juan Pérez, dosis 50 mcg", "Quantity")]
    [InlineData("registrar dosis de 2 mcg/kg de fentanilo a paciente Juan Pérez", "Weight")]
    [InlineData("registrar desecho de 1 ml de fentanilo del paciente Juan Pérez", "Reason|Witness")]
    [InlineData("registrar dosis de 5 mg de diazepam a paciente Juan Pérez peso", "Weight")]
    [InlineData("registrar devolución de 2 tabletas de diazepam del paciente Juan Pérez motivo", "Reason")]
    [InlineData("record return from patient Juan Perez", "Quantity|Medication")]
    public async Task Missing_parts_are_asked_for(string text, string missing)
    {
        var result = Assert.IsType<SpokenResult.Incomplete>(await clinic.Say(text));

        Assert.Equal(missing, string.Join('|', result.Missing));
        Assert.Equal(result.Missing.Count, result.Question.Count(c => c == '?'));
    }

    [Theory]
    [InlineData("registrar dosis de 50 mcg de fentanilo a paciente Ana Núñez", "Patient", "Ana Nuñez|Ana Núñez")]
    [InlineData("registrar dosis de 50 mcg de fentanilo a paciente Pedro Vera", "Patient", "Pedro José Vera|Pedro Vera")]
    [InlineData("registrar dosis de 50 mcg de fentanilo a paciente Juan", "Patient", "Juan Muñoz|Juan Pérez")]
    [InlineData("registrar dosis de 100 mg de aspirina a paciente Juan Pérez", "Medication", "Aspirina 100 mg tableta|Ácido acetilsalicílico 100 mg tableta")]
    [InlineData("registrar entrega de 1 tableta de paracetamol para paciente Juan Pérez, dosis 500 mg", "Medication", "Paracetamol 1 g tableta|Paracetamol 500 mg tableta")]
    [InlineData("registrar dosis de 10 ml de sodio a paciente Juan Pérez", "Medication", "Bicarbonato de sodio 8,4 % ampolla|Cloruro de sodio 0,9 % 1000 mL funda")]
    [InlineData("registrar dosis de 10 unidades de insulina a paciente Juan Pérez", "Medication", "Insulina glargina 100 UI/mL frasco")]
    [InlineData("registrar entrega de 2 unidades de lantus para paciente Juan Pérez, dosis 2 UI", "Quantity", "2 viales|2 unidades internacionales")]
    public async Task Name_or_unit_with_several_meanings_is_asked_for(string text, string slot, string choices)
    {
        var doubt = Assert.Single(Assert.IsType<SpokenResult.Ambiguous>(await clinic.Say(text)).Doubts);

        Assert.Equal((slot, choices), (doubt.Slot.ToString(), string.Join('|', doubt.Choices.Select(c => c.Text))));
    }

    [Theory]
    [InlineData("registrar dosis de 50 mcg de fentanilo a paciente Juan Perex", "Patient", "Juan Pérez")]
    [InlineData("registrar dosis de 50 mcg de fentanlio a paciente Juan Pérez", "Medication", "Fentanilo 0,1 mg/2 mL ampolla")]
    [InlineData("registrar dosis de 50 mcg de fentanilo a paciente Elena Salas", "Patient", "")]
    [InlineData("registrar dosis de 50 mcg de fentanilo a paciente Juan Pérez y María López", "Patient", "")]
    [InlineData("registrar dosis de 500 mg de paracetamol de 650 mg a paciente Juan Pérez", "Medication", "Paracetamol 1 g tableta|Paracetamol 120 mg/5 mL jarabe|Paracetamol 500 mg tableta")]
    [InlineData("registrar desecho de 1 ml de fentanilo del paciente Juan Pérez motivo sobrante testigo Ana Reis", "Witness", "")]
    public async Task Name_that_nobody_has_is_unknown(string text, string slot, string near)
    {
        var doubt = Assert.Single(Assert.IsType<SpokenResult.Unknown>(await clinic.Say(text)).Doubts);

        Assert.Equal((slot, near), (doubt.Slot.ToString(), string.Join('|', doubt.Choices.Select(c => c.Text))));
    }

    [Theory]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 300 ml", "DSP715")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 101 mcg", "DSP715")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mg", "DSP715")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 2 ampollas", "DSP715")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 10 mcg/kg peso 20 kg", "DSP715")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 5 meq", "DSP714")]
    [InlineData("registrar entrega de 1 tableta de diazepam para paciente Juan Pérez, dosis 2 ml", "DSP714")]
    [InlineData("registrar entrega de 1 tableta de fentanilo para paciente Juan Pérez, dosis 50 mcg", "DSP713")]
    [InlineData("registrar entrega de 50 mcg de fentanilo para paciente Juan Pérez, dosis 50 mcg", "DSP713")]
    [InlineData("registrar entrega de 0 ampollas de fentanilo para paciente Juan Pérez, dosis cero mcg", "DSP711|DSP711")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis -50 mcg", "DSP711")]
    [InlineData("registrar entrega de menos 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mcg", "DSP711")]
    [InlineData("registrar entrega de 1001 ampollas de fentanilo para paciente Juan Pérez, dosis 50 mcg", "DSP712")]
    [InlineData("registrar dosis de 1001 tabletas de diazepam a paciente Juan Pérez", "DSP712")]
    [InlineData("registrar dosis de 2 mcg/kg de fentanilo a paciente Juan Pérez peso 2000 kg", "DSP716")]
    [InlineData("registrar desecho de 1 ml de fentanilo del paciente Juan Pérez motivo sobrante testigo Luis Torres", "DSP717")]
    [InlineData("registrar desecho de 0 mg de fentanilo del paciente Juan Pérez motivo sobrante testigo Luis Torres", "DSP711|DSP717")]
    [InlineData("record hand-over of 1 ampoule of fentanyl for patient Juan Perez, dose 300 ml", "DSP715")]
    public async Task What_cannot_be_is_refused_with_every_guard(string text, string codes)
    {
        var result = Assert.IsType<SpokenResult.Impossible>(await clinic.Say(text));

        Assert.Equal(codes, string.Join('|', result.Failures.Select(f => f.Code)));
        Assert.Equal(result.Failures[0].Code, result.ToException().Code);
    }

    [Fact]
    public async Task Impossible_dose_names_the_figures()
    {
        var failure = Assert.Single(Assert.IsType<SpokenResult.Impossible>(await clinic.Say(Begin + "300 ml")).Failures);

        Assert.Equal("La dosis 300 mL es mayor que lo que puede contener 1 {ampule}, que es 2 mL.", DispensingRules.Texts.Describe(failure, "es"));
    }

    [Fact]
    public async Task Figures_of_a_mad_catalogue_refuse_instead_of_throwing()
    {
        clinic.Lookup.Put(Tenant, new SpokenPresentation(
            new(Id(299)), "Locura", UnitCode.Ampoule, null, new(decimal.MaxValue, new("L")), new(new(decimal.MaxValue, new("kg")), new(decimal.MaxValue, new("L")))));

        var result = Assert.IsType<SpokenResult.Impossible>(await clinic.Say("registrar entrega de 1 ampolla de locura para paciente Juan Pérez, dosis 50 mcg"));

        Assert.Equal("DSP712", Assert.Single(result.Failures).Code);
    }

    [Fact]
    public async Task Empty_ids_are_the_callers_mistake()
    {
        var interpreter = new SpokenInterpreter(clinic.Lookup, Microsoft.Extensions.Options.Options.Create(clinic.Options));

        await Assert.ThrowsAsync<ArgumentException>(() => interpreter.InterpretAsync(new(default, Speaker, Session, "x"), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => interpreter.InterpretAsync(new(Tenant, Speaker, Guid.Empty, "x"), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentNullException>(() => interpreter.InterpretAsync(null!, TestContext.Current.CancellationToken));
    }
}
