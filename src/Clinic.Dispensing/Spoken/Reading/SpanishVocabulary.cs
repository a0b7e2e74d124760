using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>What is understood in Spanish.</summary>
internal static class SpanishVocabulary
{
    public static Vocabulary Words { get; } = new()
    {
        Language = SpokenLanguage.Spanish,
        Numbers = SpanishNumbers.Table,
        RecordVerbs = Vocabulary.Row("registrar, registra, registre, registro, anotar, anota, anote, apuntar, apunta, apunte, ingresar, ingresa, ingrese, documentar, documenta, documente"),
        Nouns = Vocabulary.Rows(
            (SpokenIntent.HandOver, "entrega, dispensación, despacho"),
            (SpokenIntent.Dose, "dosis, administración, aplicación"),
            (SpokenIntent.Return, "devolución, retorno"),
            (SpokenIntent.Waste, "desecho, descarte, desperdicio, merma, eliminación, destrucción")),
        Verbs = Vocabulary.Rows(
            (SpokenIntent.HandOver, "entregar, entrega, entregue, entregó, se entregó, dispensar, dispensa, dispense, despachar, despacha, despache"),
            (SpokenIntent.Dose, "administrar, administra, administre, se administró, aplicar, aplica, aplique, se aplicó, suministrar, suministra, suministre, dar, le di"),
            (SpokenIntent.Return, "devolver, devuelve, devuelva, devolví, se devolvió, retornar, retorna, retorne"),
            (SpokenIntent.Waste, "desechar, desecha, deseche, descartar, descarta, se desechó, se descartó, botar, eliminar, elimina, elimine, destruir")),
        Markers = Vocabulary.Rows(
            (SpokenSlot.Patient, "paciente, el paciente, la paciente, para paciente, para el paciente, para la paciente, al paciente, a la paciente, a paciente, del paciente, de la paciente, de paciente"),
            (SpokenSlot.Dose, "dosis, dosis de, con dosis de, con dosis, con una dosis de, a dosis de, en dosis de, dosis total de"),
            (SpokenSlot.Weight, "peso, peso de, con peso de, con un peso de, que pesa, pesa"),
            (SpokenSlot.Reason, "motivo, el motivo es, por motivo de, con motivo de, razón, causa, a causa de, debido a, porque"),
            (SpokenSlot.Witness, "testigo, testigo es, el testigo, la testigo, con testigo, con el testigo, con la testigo, como testigo, ante testigo, presenciado por, atestiguado por, en presencia de")),
        WeakMarkers = Vocabulary.Rows(
            (SpokenSlot.Patient, "para, a, al"),
            (SpokenSlot.Reason, "por")),
        Openers = Vocabulary.Row("bueno, pues, hola, ok, okay, oye, a ver, quiero, quisiera, necesito, puedes, puede, podrías, hay que, vamos a, voy a, favor de, buenos días, buenas tardes, buenas noches"),
        Noise = Vocabulary.Row("por favor, porfa, porfavor, eh, ehm, em, mmm, mm, hmm, gracias, muchas gracias"),
        Negations = Vocabulary.Row("no, nunca, jamás, tampoco, ni"),
        Cancellations = Vocabulary.Row(
            "cancela, cancelar, cancele, anula, anular, anule, borra, borrar, borre, olvida, olvídalo, olvidar, ignora, ignóralo, espera, espere, detente, alto, perdón, digo, mejor dicho, quise decir, corrijo, corrección, me equivoqué, deshacer, deshaz"),
        Connectives = Vocabulary.Row("de, del, la, las, el, los, y, e, da, do, señor, señora, señorita, sr, sra, srta, don, doña, doctor, doctora, dr, dra, licenciado, licenciada, lic, lcdo, lcda, enfermero, enfermera"),
        Examples =
        [
            "registrar entrega de 1 ampolla de fentanilo para paciente María Pérez, dosis 50 mcg",
            "registrar dosis de 50 mcg de fentanilo a paciente María Pérez",
            "registrar devolución de 2 tabletas de paracetamol del paciente María Pérez",
            "registrar desecho de 1 ml de fentanilo del paciente María Pérez, motivo sobrante, testigo Ana Ruiz",
        ],
    };
}
