/** Whether questions are found and judged by what they mean, or by words alone. */
export interface EncoderSettings {
  readonly isOn: boolean;
  /** The file in which the vectors of facts are kept; null to forget them when the process ends. */
  readonly vectors: string | null;
}
