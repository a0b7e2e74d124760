using System.Collections.Frozen;

namespace Clinic.Transcription.Language;

/// <summary>Words whose ending names a disease or a sign of one, in Spanish and English, whether a list has them or not.</summary>
internal static class DiseaseWords
{
    private const int Least = 7;

    private static readonly string[] Endings =
    [
        "itis", "osis", "iasis", "emia", "algia", "patia", "pathy", "uria", "penia", "megalia", "megaly", "rragia", "rrhagia", "rrhage", "rrea", "rrhea", "plejia", "plegia", "paresia", "ectasia", "ectasis", "malacia", "lisis", "lysis", "plasia", "trofia", "trophy", "esclerosis", "sclerosis",
        "noma", "loma", "roma", "toma", "coma", "estenosis", "stenosis", "trombosis", "tiroidismo", "thyroidism", "fobia", "phobia", "dinia", "dynia",
    ];

    private static readonly FrozenSet<string> Others =
        "academia,nostalgia,simpatia,empatia,apatia,sintoma,genoma,autonoma,economa,paloma,empathy,sympathy,diploma,analisis,analysis,dialisis,dialysis,hemodialisis,axioma,carcoma,diagnosis,prognosis,hypnosis,chorrea,homeopatia,telepatia,urinalysis,catalysis,glucemia,glicemia,electrolysis,uroanalisis,psicoanalisis,espirometria"
            .Split(',').ToFrozenSet(StringComparer.Ordinal);

    public static bool Is(string word)
    {
        if (word.Length < Least) return false;
        var bare = word[^1] == 's' && !word.EndsWith("is", StringComparison.Ordinal) ? word[..^1] : word;
        return Array.Exists(Endings, e => bare.EndsWith(e, StringComparison.Ordinal)) && !Others.Contains(word) && !Others.Contains(bare);
    }
}
