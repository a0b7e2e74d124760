using System.Globalization;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Transcripts;
using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Transcription.Tests.Transcripts;

public class DictationTextTests
{
    [Theory]
    [InlineData("es", "paciente de 40 años coma sin alergias punto", "Paciente de 40 años, sin alergias.")]
    [InlineData("es", "refiere tos punto y aparte niega fiebre punto final", "Refiere tos.\n\nNiega fiebre.")]
    [InlineData("es", "abdomen blando abrir paréntesis sin dolor cerrar paréntesis punto", "Abdomen blando (sin dolor).")]
    [InlineData("es", "indicaciones dos puntos nueva línea reposo punto y coma líquidos", "Indicaciones:\nReposo; líquidos")]
    [InlineData("es", "Coma, paciente estable. Punto.", ", paciente estable.")]
    [InlineData("es", "desde el punto de vista clínico estable punto seguido control en un mes punto", "Desde el punto de vista clínico estable. Control en un mes.")]
    [InlineData("es", "glucosa tres punto dos", "Glucosa tres punto dos")]
    [InlineData("es", "ingresó en coma punto", "Ingresó en coma.")]
    [InlineData("es", "qué toma abrir interrogación nada cerrar interrogación", "Qué toma ¿nada?")]
    [InlineData("en", "forty year old male comma no allergies period", "Forty year old male, no allergies.")]
    [InlineData("en", "lungs clear full stop new paragraph heart regular period", "Lungs clear.\n\nHeart regular.")]
    [InlineData("en", "her last period was in may period", "Her last period was in may.")]
    [InlineData("en", "history of colon cancer colon none", "History of colon cancer: none")]
    [InlineData("en", "any pain question mark", "Any pain?")]
    public void Commands_become_marks_and_words_stay_words(string language, string spoken, string expected) =>
        Assert.Equal(expected, Assert.Single(DictationText.Read(spoken, language)).Text);

    [Fact]
    public void Sections_are_opened_by_their_names()
    {
        var parts = DictationText.Read("consulta de hoy punto sección enfermedad actual tos de tres días punto Sección plan. paracetamol punto sección diagnósticos", "es");

        Assert.Equal([null, ReportSection.PresentIllness, ReportSection.Plan, ReportSection.Assessment], parts.Select(p => p.Section));
        Assert.Equal(["Consulta de hoy.", "Tos de tres días.", "Paracetamol.", ""], parts.Select(p => p.Text));
    }

    [Fact]
    public void English_sections_too_and_a_section_without_a_known_name_is_a_word()
    {
        var parts = DictationText.Read("section physical exam lungs clear period section plan rest in section three", "en");

        Assert.Equal([ReportSection.Exam, ReportSection.Plan], parts.Select(p => p.Section));
        Assert.Equal(["Lungs clear.", "Rest in section three"], parts.Select(p => p.Text));
        Assert.Equal("DictatedPart Exam", parts[0].ToString());
    }

    [Fact]
    public void No_word_that_is_no_command_is_ever_lost() => Prop.ForAll(
        Gen.Elements("tos", "fiebre", "punto", "coma", "y", "aparte", "nueva", "línea", "sección", "plan", "abrir", "paréntesis", "3", "dos").ListOf().ToArbitrary(),
        words =>
        {
            var text = string.Join(' ', DictationText.Read(string.Join(' ', words), "es").Select(p => p.Text));
            return words.Count(w => w is "tos" or "fiebre") == text.Split([' ', '\n', '.', ',', ';', ':', '('], StringSplitOptions.RemoveEmptyEntries)
                .Count(w => string.Equals(w, "tos", StringComparison.OrdinalIgnoreCase) || string.Equals(w, "fiebre", StringComparison.OrdinalIgnoreCase));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("es-EC")]
    public void Culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("Inicio. Iris.", Assert.Single(DictationText.Read("inicio PUNTO iris punto", "es")).Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
