using Clinic.Abstractions;
using Clinic.Dispensing.Spoken;
using static Clinic.Dispensing.Tests.Spoken.SpokenClinic;

namespace Clinic.Dispensing.Tests.Spoken;

public sealed class FingerprintTests
{
    private const string Text = "registrar dosis de 50 mcg de fentanilo a paciente Juan Pérez";

    private readonly SpokenClinic clinic = new();

    [Fact]
    public async Task Same_sentence_in_the_same_session_is_the_same_command_for_ever() =>
        Assert.Equal("5b168aec-2a28-8a38-b7e3-e1bd49aca9a2", (await Fingerprint(Text)).ToString());

    [Theory]
    [InlineData("REGISTRAR DOSIS DE 50 MCG DE FENTANILO A PACIENTE JUAN PEREZ")]
    [InlineData("Por favor, registrar dosis de 50mcg de fentanilo: a paciente «Juan Pérez».")]
    [InlineData("registrar\u00a0dosis\tde\r\n50 mcg de fentanilo, eh, a paciente Juan Pe\u0301rez")]
    public async Task Case_accents_fillers_and_punctuation_do_not_count(string variant) =>
        Assert.Equal(await Fingerprint(Text), await Fingerprint(variant));

    [Fact]
    public async Task Everything_else_counts()
    {
        CommandId[] all =
        [
            await Fingerprint(Text),
            await Fingerprint(Text, session: Id(901)),
            await Fingerprint(Text.Replace("50", "51", StringComparison.Ordinal)),
            await Fingerprint(Text.Replace("Pérez", "Muñoz", StringComparison.Ordinal)),
            await Fingerprint(Text, new SpokenChoices(Patient: MariaLopez)),
            await Fingerprint(Text, new SpokenChoices(Presentation: Morphine)),
            await Fingerprint("administrar 50 mcg de fentanilo a paciente Juan Pérez"),
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, id => Assert.Equal('8', id.ToString()[14]));
    }

    private async Task<CommandId> Fingerprint(string text, SpokenChoices? choices = null, Guid? session = null) =>
        Assert.IsType<SpokenResult.Understood>(await clinic.Say(text, choices, session: session)).Fingerprint;
}
