using System.Globalization;
using Clinic.Transcription.Transcripts;

namespace Clinic.Benchmarks.Transcription;

/// <summary>A consultation of any length, in Spanish: 150 words a minute, question by question, then findings and a plan.</summary>
internal static class LongVisit
{
    public const int WordsPerMinute = 150;

    private static readonly string[] Symptoms = ["dolor de cabeza", "fiebre", "tos", "mareo", "náuseas", "dolor de espalda", "cansancio", "diarrea", "palpitaciones", "dolor de rodilla derecha"];
    private static readonly string[] Drugs = ["losartán", "metformina", "ibuprofeno", "paracetamol", "enalapril", "omeprazol", "amlodipino"];
    private static readonly string[] Times = ["dos días", "tres semanas", "cuatro meses", "cinco años", "siete horas"];

    public static Transcript OfMinutes(int minutes)
    {
        var segments = new List<TranscriptSegment>();
        var words = 0;
        for (var i = 0; words < minutes * WordsPerMinute; i++)
        {
            foreach (var (speaker, text) in Exchange(i))
            {
                segments.Add(new(segments.Count, speaker, text));
                words += text.Split(' ').Length;
            }
        }

        return new("es", segments)
        {
            Roles = new Dictionary<string, SpeakerRole>(StringComparer.Ordinal) { ["0"] = SpeakerRole.Physician, ["1"] = SpeakerRole.Patient },
        };
    }

    private static IEnumerable<(string Speaker, string Text)> Exchange(int i)
    {
        var symptom = Symptoms[i % Symptoms.Length];
        var drug = Drugs[i % Drugs.Length];
        yield return ("0", $"¿Ha tenido {symptom} o {Symptoms[(i + 3) % Symptoms.Length]} en el lugar {i.ToString(CultureInfo.InvariantCulture)}?");
        yield return ("1", i % 3 == 0 ? "No, nada de eso." : $"Sí, tengo {symptom} desde hace {Times[i % Times.Length]}, sobre todo por las noches, y no me deja dormir desde que empezó el día {i.ToString(CultureInfo.InvariantCulture)}.");
        yield return ("0", "¿Y qué toma para eso?");
        yield return ("1", $"{drug} de cincuenta miligramos cada ocho horas, pero no tomo {Drugs[(i + 2) % Drugs.Length]}.");
        yield return ("0", $"bueno ahora voy a revisarle hay dolor a la palpación en el lado izquierdo no hay inestabilidad y la presión está en ciento treinta sobre ochenta entonces creo que es una lumbalgia le voy a mandar reposo y {drug} de cien miligramos cada doce horas por cinco días y lo veo en {Times[i % Times.Length]}");
    }
}
