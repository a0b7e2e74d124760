using Clinic.EmergencyBilling.Stays;
using Clinic.Spoken;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>What is understood in Spanish about the clock.</summary>
internal static class SpanishStayVocabulary
{
    public static StayVocabulary Words { get; } = new()
    {
        Language = SpokenLanguage.Spanish,
        Numbers = SpanishNumbers.Table,
        Verbs = StayVocabulary.Rows<StayIntent?>(
            (StayIntent.Start, "iniciar, inicia, inicie, iniciá, inicio, empezar, empieza, empiece, comenzar, comienza, comience, arrancar, arranca, arranque, poner en marcha, pon en marcha, ponga en marcha, activar, activa, active"),
            (StayIntent.Pause, "pausar, pausa, pause, pausá, poner en pausa, pon en pausa, ponga en pausa, suspender, suspende, suspenda"),
            (StayIntent.Resume, "reanudar, reanuda, reanude, reanudá, reanudación, continuar, continúa, continúe, retomar, retoma, retome, seguir con, sigue con, siga con"),
            (StayIntent.Close, "cerrar, cierra, cierre, cerrá, finalizar, finaliza, finalice, terminar, termina, termine, concluir, concluye, concluya"),
            (null, "detener, detén, detenga, parar, para, pare, frenar")),
        Nouns = StayVocabulary.Row("conteo, conteo de tiempo, conteo del tiempo, conteo de la estadía, contador, contador de tiempo, cuenta del tiempo, reloj, reloj de la estadía, cronómetro, temporizador, tiempo, tiempo de estadía, tiempo de estancia, tiempo de emergencia, estadía, estancia, ingreso"),
        Leads = StayVocabulary.Row("de, del, de la, a, al, a la, para, para el, para la, del paciente, de la paciente, de paciente, al paciente, a la paciente, para el paciente, para la paciente, paciente"),
        Reasons = StayVocabulary.Row("por, para, debido a, a causa de, con motivo de, por motivo de, motivo, el motivo es, razón, causa, porque"),
        Pauses = StayVocabulary.Rows(
            (PauseKind.Procedure, "procedimiento, un procedimiento, el procedimiento, cirugía, sutura, una sutura, curación, una curación"),
            (PauseKind.Transport, "traslado, el traslado, un traslado, traslado a, transporte, rayos x, rayos equis, radiografía, una radiografía, tomografía, una tomografía, ecografía, una ecografía, resonancia, una resonancia, imágenes, imagen, estudio, un estudio, laboratorio"),
            (PauseKind.Administrative, "trámite, trámites, un trámite, trámite administrativo, trámites administrativos, demora administrativa, motivo administrativo, razones administrativas, administrativo"),
            (PauseKind.OnLeave, "permiso, un permiso, salida temporal, salida con permiso, licencia")),
        Dispositions = StayVocabulary.Rows(
            (Disposition.Discharged, "alta, alta médica, el alta, dado de alta, dada de alta, se va de alta, se fue de alta, alta a domicilio, alta a su casa"),
            (Disposition.Admitted, "ingreso, ingreso hospitalario, ingreso a piso, hospitalización, hospitalizado, hospitalizada, ingresado, ingresada, se hospitaliza, internado, internada, internación"),
            (Disposition.Transferred, "traslado, trasladado, trasladada, se traslada, traslado a otro hospital, traslado a otra institución, referido, referida, referencia"),
            (Disposition.LeftWithoutBeingSeen, "se fue sin ser atendido, se fue sin ser atendida, se fue sin atención, se retiró sin ser atendido, se retiró sin ser atendida, se marchó sin ser atendido, se marchó sin ser atendida, salió sin ser atendido, salió sin ser atendida"),
            (Disposition.AgainstAdvice, "alta voluntaria, alta contra opinión médica, alta contra consejo médico, contra opinión médica, contra consejo médico, alta a petición"),
            (Disposition.Deceased, "fallecido, fallecida, falleció, fallecimiento, murió, muerte, defunción")),
        DispositionLeads = StayVocabulary.Row("con, con el, con la, destino, disposición, como, por, el paciente, la paciente, porque"),
        Documents = StayVocabulary.Row(
            "documento, con documento, documento número, cédula, con cédula, cédula número, pasaporte, con pasaporte, terminado en, terminada en, que termina en, documento terminado en, con documento terminado en, documento que termina en, cédula terminada en, con cédula terminada en, cédula que termina en, con cédula que termina en"),
        Openers = StayVocabulary.Row("bueno, pues, hola, ok, okay, oye, a ver, quiero, quisiera, necesito, puedes, puede, podrías, hay que, vamos a, voy a, favor de, buenos días, buenas tardes, buenas noches"),
        Noise = StayVocabulary.Row("por favor, porfa, porfavor, eh, ehm, em, mmm, mm, hmm, gracias, muchas gracias"),
        Negations = StayVocabulary.Row("no, nunca, jamás, tampoco, ni"),
        Cancellations = StayVocabulary.Row(
            "cancela, cancelar, cancele, anula, anular, anule, borra, borrar, borre, olvida, olvídalo, olvidar, ignora, ignóralo, espera, espere, perdón, digo, mejor dicho, quise decir, corrijo, corrección, me equivoqué, deshacer, deshaz"),
        Connectives = StayVocabulary.Row("de, del, la, las, el, los, y, e, da, do, señor, señora, señorita, sr, sra, srta, don, doña, doctor, doctora, dr, dra, paciente"),
        Times = new()
        {
            Now = StayVocabulary.Row("ahora, ahora mismo, en este momento, ya, ya mismo"),
            At = StayVocabulary.Row("a las, a la, desde las, desde la, al"),
            AgoBefore = StayVocabulary.Row("hace, desde hace"),
            Spans = StayVocabulary.Rows((30, "media hora"), (15, "un cuarto de hora, cuarto de hora"), (45, "tres cuartos de hora")),
            Units = StayVocabulary.Rows((1, "minuto, minutos, min, mins"), (60, "hora, horas, h, hs, hr, hrs")),
            AddedToHour = StayVocabulary.Rows((30, "y media"), (15, "y cuarto, y un cuarto")),
            Joiner = "y",
            Fixed = StayVocabulary.Rows((720, "mediodía, medio día"), (0, "medianoche, media noche")),
            Hours = NumberTable.Values(
                "cero 0, una 1, dos 2, tres 3, cuatro 4, cinco 5, seis 6, siete 7, ocho 8, nueve 9, diez 10, once 11, doce 12, trece 13, catorce 14, quince 15, "
                + "dieciseis 16, diecisiete 17, dieciocho 18, diecinueve 19, veinte 20, veintiuna 21, veintiun 21, veintidos 22, veintitres 23"),
            AfterHour = StayVocabulary.Rows((30, "y media"), (15, "y cuarto"), (-15, "menos cuarto"), (0, "en punto")),
            BeforeHour = new([]),
            Less = "menos",
            MinutesOf = new([]),
            Halves = StayVocabulary.Rows(
                (false, "de la mañana, de la madrugada, por la mañana, por la madrugada, am, a m"),
                (true, "de la tarde, de la noche, por la tarde, por la noche, pm, p m, del mediodía")),
            HourWords = StayVocabulary.Row("horas, hora, h, hs, hr, hrs, en punto"),
        },
        Examples =
        [
            "iniciar el conteo de María Pérez",
            "pausar el conteo de María Pérez por procedimiento a las 14:30",
            "reanudar el conteo de María Pérez hace 10 minutos",
            "cerrar el conteo de María Pérez con alta",
        ],
    };
}
