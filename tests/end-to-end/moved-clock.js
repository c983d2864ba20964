/* Loaded into a bot before it starts: moves its clock by as many milliseconds as MOVED_BY says. Its timers run as they do. */
const movedBy = Number(process.env.MOVED_BY ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + movedBy);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + movedBy;
  }
};
