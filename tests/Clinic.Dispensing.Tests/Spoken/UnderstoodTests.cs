using Clinic.Abstractions;
using Clinic.Dispensing.Spoken;
using static Clinic.Dispensing.Tests.Spoken.SpokenClinic;

namespace Clinic.Dispensing.Tests.Spoken;

public sealed class UnderstoodTests
{
    private readonly SpokenClinic clinic = new();

    [Theory]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez, dosis 50 mcg", 1, "50 ug")]
    [InlineData("REGISTRAR ENTREGA DE UNA AMPOLLA DE FENTANILO PARA PACIENTE JUAN PEREZ DOSIS CINCUENTA MICROGRAMOS", 1, "50 ug")]
    [InlineData("eh, por favor registra la entrega de dos ampollas de fentanilo para el paciente juan perez coma dosis de 0,1 mg gracias", 2, "0.1 mg")]
    [InlineData("Quiero registrar una entrega de 3 ampollas de Fentanilo 0,1 mg/2 mL a la paciente Juan Pérez con dosis de 100 µg.", 3, "100 ug")]
    [InlineData("entregar 1 ampolla de fentanilo para Juan Pérez, dosis 50mcg", 1, "50 ug")]
    [InlineData("entrega 1 ampolla de fentanilo de 100 mcg a Juan Pérez dosis 1 ml", 1, "1 mL")]
    [InlineData("dispensar fentanilo, 1 ampolla, para paciente Juan Pérez, dosis: media ampolla", 1, "0.5 {ampule}")]
    [InlineData("registrar despacho de una y media ampollas de fentanilo paciente Juan Pérez dosis 0.05 mg", 1.5, "0.05 mg")]
    [InlineData("registrar entrega de una ampolla y media de fentanilo paciente Juan Pérez dosis 50 mcg", 1.5, "50 ug")]
    [InlineData("anotar entrega de 1 1/2 ampollas de fentanilo paciente Juan Pérez dosis 50 mcg", 1.5, "50 ug")]
    [InlineData("anotar entrega de 1 y 1/2 ampollas de fentanilo paciente Juan Pérez dosis 50 mcg", 1.5, "50 ug")]
    [InlineData("anotar entrega de 1½ ampollas de fentanilo paciente Juan Pérez dosis 50 mcg", 1.5, "50 ug")]
    [InlineData("registrar entrega para paciente Juan Pérez de 1 ampolla de fentanilo, dosis uno coma cinco mililitros", 1, "1.5 mL")]
    [InlineData("registrar entrega dosis 50 mcg paciente Juan Pérez 1 ampolla de fentanilo", 1, "50 ug")]
    [InlineData("registrar entrega de 1 pieza de fentanilo para paciente Juan Pérez, dosis 2 cc", 1, "2 mL")]
    [InlineData("registrar entrega de 2 unidades de fentanilo para paciente Juan Pérez, dosis punto cinco ml", 2, "0.5 mL")]
    [InlineData("registrar entrega de 2 unidades de fentanilo para paciente Juan Pérez, dosis .5 ml", 2, "0.5 mL")]
    [InlineData("registrar entrega de 2 ampollas de fentanilo para el señor Juan Pérez, dosis ciento cincuenta mil nanogramos", 2, "150000 ng")]
    [InlineData("registrar entrega de 10 ampollas de fentanilo para paciente 1712345678 dosis 10 mcg por kilo peso 20 kilos", 10, "200 ug")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez dosis 2 mcg/kg con peso de 20,5 kg", 1, "41 ug")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Juan Pérez dosis 2 mcg por kilo de peso, peso de 20 kg", 1, "40 ug")]
    [InlineData("record hand-over of 1 ampoule of fentanyl for patient Juan Perez, dose 50 mcg", 1, "50 ug")]
    [InlineData("please hand over two ampoules of fentanyl to patient Juan Perez with a dose of one hundred and twenty micrograms", 2, "120 ug")]
    [InlineData("Um, log a handover of an ampoule of fentanyl for Juan Perez, dose point zero five milligrams, thanks", 1, "0.05 mg")]
    [InlineData("dispense one and a half ampoules of fentanyl for patient Juan Perez dose half an ampoule", 1.5, "0.5 {ampule}")]
    [InlineData("dispensed an ampoule and a half of fentanyl for patient Juan Perez dose 1/2 ml", 1.5, "0.5 mL")]
    [InlineData("record supply of 1 ampoule fentanyl 50 mcg/mL for patient Juan Perez dose 1.5 mL", 1, "1.5 mL")]
    public async Task Hand_over(string text, double quantity, string dose)
    {
        var result = await clinic.Say(text);

        var command = Assert.IsType<SpokenCommand.HandOver>(Assert.IsType<SpokenResult.Understood>(result).Command);
        Assert.Equal((Fentanyl, JuanPerez), (command.Presentation, command.Patient));
        Assert.Equal(new Quantity((decimal)quantity, UnitCode.Ampoule), command.Quantity);
        Assert.Equal(dose, command.Dose?.ToString());
    }

    [Theory]
    [InlineData("registrar dosis de 50 mcg de fentanilo a paciente Juan Pérez", "50 ug")]
    [InlineData("registra una dosis de cincuenta microgramos de fentanilo al paciente Juan Pérez", "50 ug")]
    [InlineData("administrar 1 ml de fentanilo a Juan Pérez", "1 mL")]
    [InlineData("administrar una dosis de 1 ml de fentanilo a Juan Pérez", "1 mL")]
    [InlineData("registrar administración de fentanilo a paciente Juan Pérez, dosis 0,05 mg", "0.05 mg")]
    [InlineData("dar a Juan Pérez 50 mcg de fentanilo", "50 ug")]
    [InlineData("le di 50 mcg de fentanilo al paciente Juan Pérez", "50 ug")]
    [InlineData("registrar dosis de dos coma veinticinco ml de fentanilo a paciente Juan Pérez", "2.25 mL")]
    [InlineData("registrar dosis de cero coma cero cinco mg de fentanilo a paciente Juan Pérez", "0.05 mg")]
    [InlineData("record dose of 50 mcg of fentanyl to patient Juan Perez", "50 ug")]
    [InlineData("record a dose of fifty micrograms of fentanyl to Juan Perez", "50 ug")]
    [InlineData("give patient Juan Perez 1 ampoule of fentanyl", "1 {ampule}")]
    [InlineData("administered one point two five ml of fentanyl to patient Juan Perez", "1.25 mL")]
    [InlineData("i gave fentanyl to patient Juan Perez, dose 50 mcg", "50 ug")]
    public async Task Dose(string text, string dose)
    {
        var command = Assert.IsType<SpokenCommand.GiveDose>(Assert.IsType<SpokenResult.Understood>(await clinic.Say(text)).Command);

        Assert.Equal((Fentanyl, JuanPerez, dose), (command.Presentation, command.Patient, command.Amount.ToString()));
    }

    [Theory]
    [InlineData("registrar devolución de 2 tabletas de diazepam del paciente Juan Pérez", "2 {tbl}", null)]
    [InlineData("devolver dos pastillas de diazepam de paciente Juan Pérez, motivo El médico suspendió", "2 {tbl}", "El médico suspendió")]
    [InlineData("registrar devolución de 1/2 tableta de diazepam del paciente Juan Pérez porque no la quiso", "0.5 {tbl}", "no la quiso")]
    [InlineData("registrar devolución de un cuarto de tableta de diazepam del paciente Juan Pérez", "0.25 {tbl}", null)]
    [InlineData("record return of 2 tablets of diazepam from patient Juan Perez", "2 {tbl}", null)]
    [InlineData("returned half a tablet of diazepam from Juan Perez because of refusal", "0.5 {tbl}", "refusal")]
    [InlineData("return three quarters of a tablet of diazepam from patient Juan Perez", "0.75 {tbl}", null)]
    public async Task Return(string text, string quantity, string? reason)
    {
        var command = Assert.IsType<SpokenCommand.Return>(Assert.IsType<SpokenResult.Understood>(await clinic.Say(text)).Command);

        Assert.Equal((Diazepam, JuanPerez, quantity, reason), (command.Presentation, command.Patient, command.Quantity.ToString(), command.Reason));
    }

    [Theory]
    [InlineData("registrar desecho de 1 ml de fentanilo del paciente Juan Pérez, motivo Sobró, testigo Ana Ruiz", "1 mL", "Sobró")]
    [InlineData("desechar 50 mcg de fentanilo del paciente Juan Pérez por sobrante de la ampolla, con testigo Ana Ruiz", "50 ug", "sobrante de la ampolla")]
    [InlineData("registrar descarte de una ampolla de fentanilo paciente Juan Pérez testigo licenciada Ana Ruiz motivo el paciente no la necesitó", "1 {ampule}", "el paciente no la necesitó")]
    [InlineData("discard 1 ml of fentanyl for Juan Perez, reason patient refused the dose, witness Ana Ruiz", "1 mL", "patient refused the dose")]
    [InlineData("record waste of 1 ml of fentanyl from patient Juan Perez, reason left over, witness Ana Ruiz", "1 mL", "left over")]
    [InlineData("discard 0.5 mL of fentanyl for patient Juan Perez due to breakage witnessed by nurse Ana Ruiz", "0.5 mL", "breakage")]
    public async Task Waste(string text, string quantity, string reason)
    {
        var command = Assert.IsType<SpokenCommand.Waste>(Assert.IsType<SpokenResult.Understood>(await clinic.Say(text)).Command);

        Assert.Equal((Fentanyl, JuanPerez, AnaRuiz), (command.Presentation, command.Patient, command.Witness));
        Assert.Equal((quantity, reason), (command.Quantity.ToString(), command.Reason));
    }

    [Theory]
    [InlineData("registrar entrega de 1 tableta de paracetamol de 500 mg para paciente Juan Pérez, dosis 500 mg", 201)]
    [InlineData("registrar entrega de 1 tableta de paracetamol 1 g para paciente Juan Pérez, dosis 500 mg", 202)]
    [InlineData("registrar entrega de 1 tableta de paracetamol 1.000 mg para paciente Juan Pérez, dosis 500 mg", 202)]
    [InlineData("registrar entrega de 1 tableta de paracetamol para paciente Juan Pérez, dosis 1 g", 202)]
    [InlineData("registrar entrega de 10 ml de paracetamol para paciente Juan Pérez, dosis 240 mg", 203)]
    [InlineData("registrar entrega de 10 ml de paracetamol jarabe para paciente Juan Pérez, dosis 5 ml", 203)]
    [InlineData("registrar entrega de 1 funda de cloruro de sodio para paciente Juan Pérez, dosis 1 litro", 208)]
    [InlineData("registrar entrega de 1 cápsula de vitamina A a Juan Pérez, dosis 50 mil unidades", 209)]
    [InlineData("registrar entrega de 1 frasco de Lantus para paciente Juan Pérez, dosis 20 unidades", 205)]
    [InlineData("registrar entrega de 1 funda de cloruro de sodio 0.9% 1.000 ml para paciente Juan Pérez, dosis 1 litro", 208)]
    [InlineData("registrar entrega de 1 ampolla de bicarbonato de sodio para paciente Juan Pérez, dosis 10 ml", 210)]
    public async Task Presentation_by_name_strength_and_what_is_possible(string text, int presentation) =>
        Assert.Equal(new PresentationId(Id(presentation)), Assert.IsType<SpokenResult.Understood>(await clinic.Say(text)).Command.Presentation);

    [Theory]
    [InlineData("María López", 101)]
    [InlineData("maria fernanda lopez de la torre", 101)]
    [InlineData("López, María", 101)]
    [InlineData("Juan Munoz", 107)]
    public async Task Patient_by_two_of_the_names(string name, int patient) =>
        Assert.Equal(new PatientId(Id(patient)), Assert.IsType<SpokenResult.Understood>(await clinic.Say($"registrar dosis de 50 mcg de fentanilo a paciente {name}")).Command.Patient);

    [Theory]
    [InlineData(
        "registrar entrega de 1 ampolla de fentanilo para paciente juan perez dosis 50 mcg",
        "Entregar 1 ampolla de Fentanilo 0,1 mg/2 mL ampolla a Juan Pérez; dosis 50 (cinco cero) mcg. ¿Confirma?")]
    [InlineData(
        "record hand-over of 2 ampoules of fentanyl for patient juan perez dose 0.5 ml",
        "Hand over 2 ampoules of Fentanilo 0,1 mg/2 mL ampolla to Juan Pérez; dose 0.5 (zero point five) mL. Confirm?")]
    [InlineData(
        "registrar dosis de 2 mcg/kg de fentanilo a paciente juan perez peso 20 kg",
        "Registrar una dosis de 40 (cuatro cero) mcg (2 mcg/kg × 20 kg) de Fentanilo 0,1 mg/2 mL ampolla a Juan Pérez. ¿Confirma?")]
    [InlineData(
        "registrar dosis de 20 unidades de lantus a paciente juan perez",
        "Registrar una dosis de 20 (dos cero) unidades internacionales de Insulina glargina 100 UI/mL frasco a Juan Pérez. ¿Confirma?")]
    [InlineData(
        "registrar devolución de media tableta de diazepam del paciente juan perez",
        "Registrar la devolución de 0,5 (cero coma cinco) tableta de Diazepam 10 mg tableta de Juan Pérez. ¿Confirma?")]
    [InlineData(
        "record waste of 1 ml of fentanyl from patient juan perez reason left over witness ana ruiz",
        "Record the waste of 1 mL of Fentanilo 0,1 mg/2 mL ampolla from Juan Pérez; reason: left over; witness: Ana Ruiz. Confirm?")]
    public async Task Confirmation_reads_everything_back(string text, string confirmation) =>
        Assert.Equal(confirmation, Assert.IsType<SpokenResult.Understood>(await clinic.Say(text)).Confirmation);

    [Fact]
    public async Task Dose_need_not_be_said_where_the_clinic_says_so()
    {
        clinic.Options.HandOverNeedsDose = false;

        var result = Assert.IsType<SpokenResult.Understood>(await clinic.Say("entregar 2 tabletas de diazepam a Juan Pérez"));

        Assert.Null(Assert.IsType<SpokenCommand.HandOver>(result.Command).Dose);
        Assert.Equal("Entregar 2 tabletas de Diazepam 10 mg tableta a Juan Pérez. ¿Confirma?", result.Confirmation);
    }
}
