using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Abstractions.Tests.Directories;

public class FoldedTextTests
{
    [Theory]
    [InlineData("José MUÑOZ", "jose munoz")]
    [InlineData("Jose\u0301 İI", "jose ii")]
    [InlineData("", "")]
    public void Text_loses_case_and_accents_and_nothing_else(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    // Attributes cannot hold half a pair.
    [Fact]
    public void Broken_Unicode_is_replaced() => Assert.Equal("\ufffd x\ufffd 😀 \ufffd", FoldedText.Of("\ud83d x\udc00 😀 \ufffe"));

    [Fact]
    public void Folding_never_throws_and_a_folded_text_stays_as_it_is() =>
        Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), letters =>
        {
            var folded = FoldedText.Of(new string(letters ?? []));
            return FoldedText.Of(folded) == folded;
        }).Holds();

    [Fact]
    public void A_patient_is_found_by_any_word_of_the_name() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), text =>
        {
            var name = text.Get.Length > PatientSearch.LongestText ? text.Get[..PatientSearch.LongestText] : text.Get;
            var search = new PatientSearch(name);
            return search.IsEmpty || search.Finds(new Patient(new PatientId(Guid.CreateVersion7()), name, null, null, null, [], 1));
        }).Holds();
}
