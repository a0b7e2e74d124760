using Clinic.Abstractions;

namespace Clinic.Pharmacy.Tests;

public sealed class SpanishWordsTests
{
    [Theory]
    [InlineData("L-1", "Recalled", "El lote L-1 está en estado retirado del mercado; no se puede tomar ni guardar donde se toma mercadería.")]
    [InlineData("Hold", "OnHold", "El lote Hold está en estado retenido; no se puede tomar ni guardar donde se toma mercadería.")]
    public void Words_of_the_program_are_Spanish_and_typed_texts_stay(string lot, string status, string sentence) =>
        Assert.Equal(sentence, PharmacyRules.Texts.Describe(new RuleFailure(PharmacyRules.LotNotApproved, ("lot", lot), ("status", status)), "es"));

    [Fact]
    public void A_list_of_roles_reads_Spanish() =>
        Assert.Equal(
            "entregar requiere uno de los roles farmacéutico, auxiliar; el actor tiene ninguno.",
            PharmacyRules.Texts.Describe(new RuleFailure(PharmacyRules.RoleMissing, ("action", "Issue"), ("allowed", "Pharmacist, Auxiliary"), ("found", "none")), "es"));
}
